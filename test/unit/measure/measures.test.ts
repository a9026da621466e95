import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masteryOf } from '../../../src/core/measure/composed-problem';
import { answerAgreement } from '../../../src/core/measure/teacher-answers';
import { sampleShift } from '../../../src/core/measure/two-samples';

test('a composed problem: knowledge missing, not generalized, mastered, or learnt by rote', () => {
  const problems = [
    { parts: [true, true], whole: true },
    { parts: [true, false], whole: true }, // strict: rote; loose: mastered
    { parts: [false, false], whole: true },
    { parts: [true, true], whole: false },
    { parts: [true, false], whole: false },
    { parts: [false, false, false], whole: false },
  ];
  assert.deepEqual(masteryOf(problems), {
    problems: 6,
    insufficientKnowledge: 2,
    inadequateGeneralization: 1,
    strict: { completeMastery: 1, roteMemorization: 2, roteShare: 2 / 3, score: 1.5 / 6 },
    loose: { completeMastery: 2, roteMemorization: 1, roteShare: 1 / 3, score: 2.5 / 6 },
  });
  const { strict } = masteryOf([]);
  assert.deepEqual([strict.roteShare, strict.score], [null, null]);
});

test('answers of several teachers: majority, its share, entropy in bits', () => {
  assert.deepEqual(answerAgreement(['7', '7', '8', '9']), {
    answers: 4,
    majority: '7',
    share: 0.5,
    entropy: 1.5,
  });
  assert.deepEqual(answerAgreement(['7', '7']), { answers: 2, majority: '7', share: 1, entropy: 0 });
  assert.equal(answerAgreement(['7']), null);
});

test('two samples: the distance is the greatest between their distribution functions', () => {
  const same = sampleShift(Float64Array.of(1, 2, 3, 4), Float64Array.of(4, 3, 2, 1));
  assert.deepEqual([same?.distance, same?.chance, same?.medians], [0, 1, [2.5, 2.5]]);
  const apart = sampleShift(Float64Array.of(1, 2, 3), Float64Array.of(7, 8, 9, 10));
  assert.equal(apart?.distance, 1);
  // scipy 1.17: kstwobign.sf of 0.2 times the square root of 50, with Stephens's correction for small samples
  const first = Float64Array.from({ length: 100 }, (_, at) => at);
  const second = Float64Array.from({ length: 100 }, (_, at) => at + 20);
  const shifted = sampleShift(first, second);
  assert.ok(shifted && Math.abs(shifted.distance - 0.2) < 1e-12);
  assert.ok(Math.abs(shifted.chance - 0.03137665) < 1e-7, String(shifted.chance));
  assert.equal(sampleShift(new Float64Array(), first), null);
});
