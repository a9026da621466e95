import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, TraceCut } from '../../../src/core/annotation/event';
import { AS_THE_DATASET } from '../../../src/core/cut/cut-changes';
import { cutTrace } from '../../../src/core/cut/cut-trace';
import { stepName, stepTarget } from '../../../src/core/cut/step-target';
import {
  firstCutApart,
  isCutApart,
  nextCut,
  stepsBeginningIn,
  teamCuts,
} from '../../../src/core/cut/team-cuts';
import { traceOf } from '../traces';

type Said = Decision & { annotator: string };

const trace = traceOf('t', 4);
const DIVIDED: TraceCut = { splits: [{ step: 1, at: 5 }], joins: [] };
const JOINED: TraceCut = { splits: [], joins: [1] };

function target() {
  const found = stepTarget(trace, 1);
  assert.ok(found);
  return found;
}

const cut = (annotator: string, value: TraceCut): Said => ({
  ...{ what: 'cut', target: target(), value, annotator },
});
const label = (annotator: string): Said => ({ what: 'label', target: target(), value: 'good', annotator });
const byNames = (decisions: Said[]) => teamCuts(trace, decisions).map(({ by }) => by.join(' '));

test('those who cut alike stand together, the dataset’s own cut first', () => {
  const decisions = [
    cut('ben', DIVIDED),
    label('dora'),
    cut('cleo', DIVIDED),
    cut('anna', JOINED),
    label('ben'),
  ];
  assert.deepEqual(byNames(decisions), ['dora', 'anna', 'ben cleo']);
});

test('a cut that was taken back to the dataset’s own is one with it; models and other traces take no part', () => {
  const elsewhere = { ...label('eve'), target: { ...target(), trace: 'other' } } as Said;
  assert.deepEqual(
    byNames([label('anna'), cut('ben', AS_THE_DATASET), cut('model:kim', JOINED), elsewhere]),
    ['anna ben'],
  );
});

test('a division that nothing comes of is no other cut', () => {
  const beyond: TraceCut = { splits: [{ step: 1, at: 3 }], joins: [] }; // within a word
  assert.deepEqual(byNames([label('anna'), cut('ben', beyond)]), ['anna ben']);
});

test('the next cut goes round all of them and is never one’s own', () => {
  const cuts = teamCuts(trace, [label('anna'), cut('ben', DIVIDED), cut('cleo', JOINED)]);
  const from = (own: TraceCut) => nextCut(cuts, cutTrace(trace, own))?.by[0];
  assert.deepEqual([from(AS_THE_DATASET), from(DIVIDED), from(JOINED)], ['ben', 'cleo', 'anna']);
  assert.equal(nextCut([], trace), null);
  assert.equal(nextCut(teamCuts(trace, [label('anna')]), trace), null);
  assert.equal(nextCut(teamCuts(trace, [cut('ben', JOINED)]), trace)?.by[0], 'ben');
});

test('where cuts differ is told by the steps of the dataset', () => {
  const cuts = teamCuts(trace, [label('anna'), cut('ben', DIVIDED), cut('cleo', JOINED)]);
  assert.deepEqual(
    trace.steps.map((_, step) => isCutApart(cuts, step)),
    [true, true, false, false],
  );
  const names = (own: TraceCut, step: number) => {
    const mine = cutTrace(trace, own);
    return stepsBeginningIn(mine, step).map((at) => stepName(mine, at));
  };
  assert.deepEqual(names(DIVIDED, 1), ['2a', '2b']);
  assert.deepEqual([names(JOINED, 0), names(JOINED, 1)], [['1–2'], []]);
  assert.equal(firstCutApart(trace, cutTrace(trace, DIVIDED)), 1);
  assert.equal(firstCutApart(cutTrace(trace, JOINED), trace), 0);
});
