import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision } from '../../../src/core/annotation/event';
import { labelStep, stateOfTrace } from '../../../src/core/annotation/labelling';
import {
  columnsOf,
  cutAt,
  notesOf,
  progressOf,
  publishedOf,
  rowThreads,
  stepCount,
  traceThreads,
} from '../../../webview/reading/trace-columns';
import type { StandingDecision } from '../../../src/protocol/page';
import { flag, label, stepTarget } from '../annotation/events';
import { traceOf } from '../traces';

const traces = ['a', 'b', 'c'].map((id, at) => ({
  trace: traceOf(id, at + 1),
  state: stateOfTrace(traceOf(id, at + 1), [], 'first-error'),
}));

function standing(decision: StandingDecision['decision'], drifted = false): StandingDecision {
  return { decision, drifted };
}

test('the trace being labelled comes first and keeps its letter', () => {
  const words = (active: number) =>
    columnsOf(traces, active).map(
      ({ at, letter, trace, active: now }) => `${at}${letter}${trace.id}${now ? '!' : ''}`,
    );
  assert.deepEqual(words(0), ['0Aa!', '1Bb', '2Cc']);
  assert.deepEqual(words(2), ['2Cc!', '0Aa', '1Bb']);
  assert.equal(stepCount(columnsOf(traces, 1)), 3);
  assert.equal(stepCount([]), 0);
});

const three = traceOf('t', 3);

function columnWith(...keys: [number, 'good' | 'bad'][]) {
  const decisions = keys.reduce((made: Decision[], [step, value]) => {
    const state = stateOfTrace(three, made, 'first-error');
    return [...made, ...labelStep(three, state, step, value, 'first-error')];
  }, []);
  return columnsOf([{ trace: three, state: stateOfTrace(three, decisions, 'first-error') }], 0)[0]!;
}

test('how far a trace is', () => {
  assert.equal(progressOf(columnWith()), '0 of 3');
  assert.equal(progressOf(columnWith([0, 'good'])), '1 of 3');
  assert.equal(progressOf(columnWith([0, 'good'], [1, 'good'], [2, 'good'])), '3 of 3');
  assert.equal(progressOf(columnWith([1, 'bad'])), 'error at 2');
});

test('what needs no label after the first error is said once, at its place', () => {
  const words = (error: number) => [0, 1, 2, 3].map((step) => cutAt(columnWith([error, 'bad']), step));
  assert.deepEqual(words(0), [null, 'steps 2 to 3 need no label', null, null]);
  assert.deepEqual(words(1), [null, null, 'step 3 needs no label', null]);
  assert.deepEqual(
    [0, 1, 2].map((step) => cutAt(columnWith(), step)),
    [null, null, null],
  );
});

test('what the dataset says of a trace', () => {
  const said = (firstError: number | null, answerRight: boolean | null) =>
    publishedOf({ ...three, published: { firstError, answerRight } });
  assert.deepEqual(
    [said(null, null), said(0, true), said(2, false), publishedOf(three)],
    [
      'dataset: no error',
      'dataset: first error at 1, answer right',
      'dataset: first error at 3, answer wrong',
      '',
    ],
  );
});

test('notes stand at their step: flags, and labels whose text has changed', () => {
  const onStep = flag({ n: 3, target: stepTarget(2) });
  const notes = notesOf([
    standing(label({ n: 1, step: 1 }), true),
    standing(label({ n: 2, step: 2 })),
    standing(onStep, true),
    standing(flag({ n: 4 })),
  ]);
  assert.deepEqual(
    [0, 1, 2].map((step) => [
      notes(traceOf('t', 4), step).drifted,
      notes(traceOf('t', 4), step).flags.length,
    ]),
    [
      [false, 0],
      [true, 0],
      [false, 1],
    ],
  );
  assert.equal(notes(traceOf('u', 4), 1).drifted, false);
});

test('flags about a row are told from those about a step or a trace', () => {
  const onStep = flag({ n: 3, target: stepTarget() });
  const onTrace = flag({ n: 4, target: { kind: 'trace', trace: 't' } });
  const all = [standing(flag({ n: 1 })), standing(onStep), standing(onTrace), standing(label({ n: 2 }))];
  const ids = (threads: ReturnType<typeof rowThreads>) => threads.map((thread) => thread.flag.id);
  assert.deepEqual(ids(rowThreads(all)), [flag({ n: 1 }).id]);
  assert.deepEqual(ids(traceThreads(all, 't')), [onTrace.id]);
  assert.deepEqual(ids(traceThreads(all, 'u')), []);
});
