import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerAgreement } from '../../../src/core/agreement/answer-agreement';
import { errorAnswersOf } from '../../../src/core/agreement/answered-first-errors';
import type { SignedDecision } from '../../../src/core/annotation/event';
import type { AnswerValue } from '../../../src/core/scheme/asked-questions';
import { schemesOf } from '../../../src/core/scheme/scheme-in-force';
import { label } from '../annotation/events';

let n = 1;
const answer = (by: string, row: number, step: number, value: AnswerValue) =>
  ({
    ...label({ n: n++, by, row: `id:${row}`, step }),
    ...{ scheme: 'processbench', question: 'step', value },
  }) as SignedDecision;
const asked = { scheme: 'processbench', question: 'step', errors: errorAnswersOf(schemesOf(null)) };

test('two annotators on one question: the same answers, who gave which, and first errors', () => {
  const said = (by: string, row: number, letters: string) =>
    [...letters].map((letter, step) => answer(by, row, step, letter === 'b' ? 'error' : 'correct'));
  const rows = [
    [...said('ada', 1, 'ccb'), ...said('bob', 1, 'cbc'), ...said('cyd', 1, 'bbb')],
    [...said('ada', 2, 'cb'), ...said('bob', 2, 'cb')],
    said('ada', 3, 'cc'),
  ];
  const found = answerAgreement(rows, ['ada', 'bob'], asked) ?? assert.fail();
  assert.deepEqual([found.items, found.same], [5, 3]);
  assert.deepEqual([found.categories, found.matrix], [['correct', 'error'], [[2, 1], [1, 1]]]); // prettier-ignore
  const { traces, sameFirstError, withinOne, apart } = found.firstErrors ?? assert.fail();
  assert.deepEqual([traces, sameFirstError, withinOne], [2, 1, 2]);
  assert.deepEqual(apart, [
    { steps: -1, traces: 1 },
    { steps: 0, traces: 1 },
  ]);
});

test('several answers at once have no agreement; a figure that is not defined says why', () => {
  const several = ['ada', 'bob'].map((by) => answer(by, 1, 0, ['sign']));
  assert.equal(answerAgreement([several], ['ada', 'bob'], asked), null);
  const alike = ['ada', 'bob'].map((by) => answer(by, 1, 0, 'correct'));
  const found = answerAgreement([alike], ['ada', 'bob'], { ...asked, errors: [] });
  assert.deepEqual(found?.alpha, {
    statistic: { value: null, why: 'every rating is of one and the same category' },
    interval: null,
  });
  assert.equal(found.firstErrors, null);
});
