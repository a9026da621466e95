import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AS_THE_DATASET, divisionsOf, joinedBefore } from '../../../src/core/cut/cut-changes';
import { cutPlaces } from '../../../src/core/cut/cut-places';
import { cutTrace } from '../../../src/core/cut/cut-trace';
import { nearestPosition, positionOf, stepName, stepTarget } from '../../../src/core/cut/step-target';
import { segment } from '../../../src/core/maths/segment';
import type { Step, Trace } from '../../../src/core/profile/reading';

const TEXTS = [
  'Halve it. That is $x = 2. 5$, which is\n\n$$y = 1,\n2$$\n\nas said.',
  'Add one; so $z = 3$.',
  '```python\nx = 1\n\ny = 2\n```',
];

function stepOf(text: string, at: number): Step {
  const source = { path: ['steps', at], start: 0, end: text.length, text, dialect: 'markdown' as const };
  return { source, uses: [], wrong: [] };
}

function traceWith(texts: string[]): Trace {
  return {
    ...{ id: 't', author: 'model', setting: '', kind: 'model', finalAnswer: null, published: null },
    steps: texts.map(stepOf),
  };
}

const trace = traceWith(TEXTS);
const textsOf = ({ steps }: Trace) =>
  steps.map((step) => [step, ...(step.joined ?? [])].map(({ source }) => source.text).join(' | '));

test('a step is divided where words, sentences and lines begin, never within a formula or a block of code', () => {
  const words = (text: string, begins: boolean) =>
    cutPlaces(stepOf(text, 0)).flatMap((place) =>
      place.begins === begins ? [text.slice(place.at).split(/\s/)[0]] : [],
    );
  assert.deepEqual(words(TEXTS[0] ?? '', true), ['That', 'which', '$$y', 'as']);
  assert.deepEqual(words(TEXTS[0] ?? '', false), ['it.', 'is', '$x', 'is', 'said.']);
  assert.deepEqual(words(TEXTS[2] ?? '', true), []);
  for (const text of TEXTS)
    for (const { at } of cutPlaces(stepOf(text, 0)))
      for (const part of segment(text, 'markdown'))
        if (part.kind !== 'prose') assert.ok(at <= part.start || at >= part.end, `${at} in ${text}`);
});

test('programs and single formulas are not divided', () => {
  assert.deepEqual(cutPlaces({ ...stepOf('x = 1\ny = 2', 0), form: 'code' }), []);
  assert.deepEqual(cutPlaces(stepOf('$x + 1 = 2$', 0)), []);
  assert.deepEqual(cutPlaces(stepOf('  word  ', 0)), []);
});

test('a divided step is two, whose spans are those of their words in the field', () => {
  const at = (TEXTS[0] ?? '').indexOf('That');
  const cut = cutTrace(trace, { splits: [{ step: 0, at }], joins: [] });
  assert.deepEqual(textsOf(cut), ['Halve it.', TEXTS[0]?.slice(at), TEXTS[1], TEXTS[2]]);
  assert.deepEqual(
    [0, 1, 2, 3].map((step) => stepName(cut, step)),
    ['1a', '1b', '2', '3'],
  );
  assert.deepEqual(stepTarget(cut, 0), {
    ...{ kind: 'step', trace: 't', step: 0, path: ['steps', 0], start: 0, end: 9 },
    piece: { from: 0, to: { step: 0, at } },
  });
  assert.deepEqual(stepTarget(cut, 2), stepTarget(trace, 1), 'a step that was not cut is the same as before');
});

test('joined steps are one, with the texts of both, and can be parted again', () => {
  const joins = joinedBefore(trace, 1, AS_THE_DATASET);
  assert.ok(typeof joins !== 'string');
  const cut = cutTrace(trace, joins);
  assert.deepEqual(textsOf(cut), [`${TEXTS[0]} | ${TEXTS[1]}`, TEXTS[2]]);
  assert.equal(stepName(cut, 0), '1–2');
  assert.deepEqual(stepTarget(cut, 0)?.piece, {
    ...{ from: 0, to: { step: 1, at: TEXTS[1]?.length } },
    rest: [{ path: ['steps', 1], start: 0, end: TEXTS[1]?.length }],
  });
  const parted = divisionsOf(cut, 0, joins).find(({ part, at }) => part === 1 && at === 0);
  assert.deepEqual(parted?.cut, AS_THE_DATASET);
});

test('a division is taken back by joining, whichever way it was cut', () => {
  const [first] = divisionsOf(trace, 0, AS_THE_DATASET);
  assert.ok(first);
  assert.deepEqual(joinedBefore(cutTrace(trace, first.cut), 1, first.cut), AS_THE_DATASET);
  assert.equal(cutTrace(trace, AS_THE_DATASET), trace);
});

test('the first step is not joined, nor prose with a program', () => {
  assert.equal(joinedBefore(trace, 0, AS_THE_DATASET), 'No step comes before this one.');
  const program = traceWith(['a', 'b']);
  const [, second] = program.steps;
  if (second) second.form = 'code';
  assert.match(String(joinedBefore(program, 1, AS_THE_DATASET)), /not joined/);
});

test('a cut that would break a formula, or is beyond the trace, is left out', () => {
  const inFormula = (TEXTS[0] ?? '').indexOf('2. 5') + 3;
  const wild = {
    splits: [
      { step: 0, at: inFormula },
      { step: 9, at: 1 },
    ],
    joins: [7],
  };
  assert.equal(cutTrace(trace, wild), trace);
});

test('a piece of an own step that is joined onto the next has a name of both', () => {
  const at = (TEXTS[0] ?? '').indexOf('That');
  const cut = cutTrace(trace, { splits: [{ step: 0, at }], joins: [1] });
  assert.deepEqual(
    [0, 1, 2].map((step) => stepName(cut, step)),
    ['1a', '1b–2', '3'],
  );
});

test('a step that is cut otherwise is found only where it is the same; what is said of it openly stands nearby', () => {
  const at = (TEXTS[0] ?? '').indexOf('That');
  const cut = cutTrace(trace, { splits: [{ step: 0, at }], joins: [] });
  const whole = stepTarget(trace, 0);
  const second = stepTarget(cut, 1);
  assert.ok(whole && second);
  assert.equal(positionOf(cut, whole), -1);
  assert.equal(nearestPosition(cut, whole), 0);
  assert.equal(positionOf(trace, second), -1);
  assert.equal(nearestPosition(trace, second), 0);
  assert.equal(positionOf(cut, second), 1);
});

test('spans that the dataset marks as wrong move with their words', () => {
  const marked = traceWith(['One two. Three four.']);
  const [step] = marked.steps;
  if (step) step.wrong = [{ start: 4, end: 14 }];
  const cut = cutTrace(marked, { splits: [{ step: 0, at: 9 }], joins: [] });
  assert.deepEqual(
    cut.steps.map(({ source, wrong }) => wrong.map(({ start, end }) => source.text.slice(start, end))),
    [['two.'], ['Three']],
  );
});
