import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, StepLabel, TraceVerdict } from '../../../src/core/annotation/event';
import {
  isFinished,
  labelStep,
  stateOfTrace,
  statusOfRow,
  tracesToLabel,
} from '../../../src/core/annotation/labelling';
import type { LabelMode } from '../../../src/core/annotation/labelling';
import type { Trace } from '../../../src/core/profile/reading';
import { traceOf } from '../traces';

const FIVE = traceOf('t', 5);

/** Presses label keys one after the other, as `2b` for bad on step 2 (0-based). */
function pressed(keys: string, mode: LabelMode, trace: Trace = FIVE): Decision[] {
  const values: Record<string, StepLabel> = { g: 'good', n: 'neutral', b: 'bad', u: 'unsure' };
  return keys
    .split(' ')
    .filter(Boolean)
    .reduce((decisions: Decision[], key) => {
      const state = stateOfTrace(trace, decisions, mode);
      return [...decisions, ...labelStep(trace, state, Number(key[0]), values[key[1]!]!, mode)];
    }, []);
}

const judged = (trace: string, value: TraceVerdict = 'right'): Decision => ({
  what: 'verdict',
  target: { kind: 'trace', trace },
  value,
});

const marked = (value: 'bad-problem' | 'skipped'): Decision => ({
  what: 'mark',
  target: { kind: 'row' },
  value,
});

/** Keys, mode, labels by their first letters (capital where implied), first error, step that is due. */
const STATES: [string, LabelMode, string, number | null, number | null][] = [
  ['', 'first-error', '-----', null, 0],
  ['0g', 'first-error', 'g----', null, 1],
  ['0g 1n 2u', 'first-error', 'gnu--', null, 3],
  ['1g', 'first-error', '-g---', null, 0],
  ['2b', 'first-error', 'GGb--', 2, null],
  ['0n 3b', 'first-error', 'nGGb-', 3, null],
  ['0b', 'first-error', 'b----', 0, null],
  ['4b', 'first-error', 'GGGGb', 4, null],
  ['2b 2g', 'first-error', 'GGg--', null, 3],
  ['2b 1b', 'first-error', 'Gbb--', 1, null],
  ['2b 2g 4b', 'first-error', 'GGgGb', 4, null],
  ['2b 0u', 'first-error', 'uGb--', 2, null],
  ['3b 1g', 'first-error', 'GgGb-', 3, null],
  ['0g 1g 2g 3g 4g', 'first-error', 'ggggg', null, null],
  ['2b', 'every-step', '--b--', null, 0],
  ['0g 1b 2b', 'every-step', 'gbb--', null, 3],
  ['0b 1b 2b 3b 4b', 'every-step', 'bbbbb', null, null],
];

for (const [keys, mode, labels, firstError, due] of STATES) {
  test(`the keys “${keys}” in ${mode} mode`, () => {
    const state = stateOfTrace(FIVE, pressed(keys, mode), mode);
    const letters = state.labels.map((label, at) => {
      const letter = label?.[0] ?? '-';
      return state.implied[at] ? letter.toUpperCase() : letter;
    });
    assert.equal(letters.join(''), labels);
    assert.deepEqual([state.firstError, state.due], [firstError, due]);
  });
}

test('every label says where its step stands', () => {
  const { path, start, end } = FIVE.steps[2]!.source;
  assert.deepEqual(pressed('2b', 'every-step'), [
    { what: 'label', target: { kind: 'step', trace: 't', step: 2, path, start, end }, value: 'bad' },
  ]);
  assert.throws(() => pressed('7g', 'every-step'), /no step 8/);
});

test('a mode that changes keeps the labels and asks anew', () => {
  const decisions = pressed('2b', 'first-error');
  assert.deepEqual(
    [stateOfTrace(FIVE, decisions, 'every-step').firstError, stateOfTrace(FIVE, decisions, 'every-step').due],
    [null, 3],
  );
});

test('only what is said of a trace counts for it', () => {
  const state = stateOfTrace(traceOf('u', 5), [...pressed('2b', 'first-error'), judged('t')], 'first-error');
  assert.deepEqual([state.firstError, state.verdict, state.due], [null, null, 0]);
});

test('the last verdict stands, and with it a trace is finished', () => {
  const labelled = pressed('2b', 'first-error');
  const state = (decisions: Decision[]) => stateOfTrace(FIVE, decisions, 'first-error');
  assert.equal(state([judged('t'), judged('t', 'wrong')]).verdict, 'wrong');
  assert.deepEqual(
    [[], labelled, [judged('t')], [...labelled, judged('t')]].map((decisions) =>
      isFinished(state(decisions)),
    ),
    [false, false, false, true],
  );
  assert.ok(isFinished(stateOfTrace(traceOf('t', 0), [judged('t')], 'first-error')));
});

test('models are judged; where there is none, the dataset is', () => {
  const own: Trace = { ...traceOf('own', 1), kind: 'reference' };
  const model = traceOf('model', 1);
  assert.deepEqual(tracesToLabel([own, model]), [model]);
  assert.deepEqual(tracesToLabel([own]), [own]);
  assert.deepEqual(tracesToLabel([]), []);
});

const done = [...pressed('2b', 'first-error'), judged('t')];
const doneToo = [...pressed('0b', 'first-error', traceOf('u', 1)), judged('u')];

const ROWS: [string, Decision[], string][] = [
  ['nothing', [], 'untouched'],
  ['one label', pressed('0g', 'first-error'), 'begun'],
  ['one trace of two', done, 'begun'],
  ['both traces', [...done, ...doneToo], 'done'],
  ['a verdict without labels', [judged('t')], 'begun'],
  ['a skip', [marked('skipped')], 'skipped'],
  ['a bad problem', [...done, marked('bad-problem')], 'bad-problem'],
];

for (const [name, decisions, expected] of ROWS) {
  test(`a row with ${name} is ${expected}`, () => {
    assert.equal(statusOfRow([FIVE, traceOf('u', 1)], decisions), expected);
  });
}

test('a flag alone does not begin a row', () => {
  const value = { category: 'data', severity: 'minor', comment: '' } as const;
  assert.equal(statusOfRow([FIVE], [{ what: 'flag', target: { kind: 'row' }, value }]), 'untouched');
  const tagged = { concept: 'C_1', name: 'rule of sum', on: true };
  assert.equal(statusOfRow([FIVE], [{ what: 'tag', target: { kind: 'row' }, value: tagged }]), 'untouched');
});
