import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedDecision, StepLabel } from '../../../src/core/annotation/event';
import { disagreement, rowReview } from '../../../src/core/review/row-review';
import { partingOf, reviewTrace } from '../../../src/core/review/trace-review';
import { label, stepTarget, verdict } from '../annotation/events';

const LABELS: Record<string, StepLabel> = { g: 'good', b: 'bad', n: 'neutral', '?': 'unsure' };

/** What each says of the steps: `g` good, `b` bad, `n` neutral, `?` unsure, `.` nothing. */
function said(signs: Record<string, string>): SignedDecision[] {
  let n = 1;
  return Object.entries(signs).flatMap(([by, line]) =>
    [...line].flatMap((sign, step) => {
      const value = LABELS[sign];
      return value ? [label({ n: n++, by, step, value })] : [];
    }),
  );
}

function settled(n: number, step: number, value: StepLabel, over: SignedDecision[]): SignedDecision {
  const [signature] = [label({ n, by: 'rev' })];
  return {
    ...signature,
    what: 'adjudication',
    target: stepTarget(step),
    value: { label: value, over: over.map(({ id }) => id) },
  };
}

function standings(decisions: SignedDecision[], steps = 0): string[] {
  return reviewTrace('t', steps, decisions).steps.map(({ standing }) => standing);
}

test('several who say the same agree; who differ are in dispute; one is alone', () => {
  assert.deepEqual(standings(said({ ada: 'ggn', bob: 'gn', cyd: 'g' }), 4), [
    'agreed',
    'disputed',
    'alone',
    'nothing',
  ]);
  assert.deepEqual(reviewTrace('t', 0, said({ ada: 'g', cyd: 'g' })).annotators, ['ada', 'cyd']);
});

test('behind a disputed first error the rest follows from it', () => {
  const decisions = said({ ada: 'gb', bob: 'g?g?b' });
  assert.deepEqual(standings(decisions, 6), [
    'agreed',
    'disputed',
    'follows',
    'follows',
    'follows',
    'follows',
  ]);
});

test('settled as the error, nothing is asked behind it; settled otherwise, the steps behind are open', () => {
  const decisions = said({ ada: 'gb', bob: 'g?gb' });
  const bad = [...decisions, settled(50, 1, 'bad', decisions)];
  assert.deepEqual(standings(bad, 5), ['agreed', 'settled', 'after', 'after', 'after']);
  assert.equal(rowReview(bad), 'settled');
  const good = [...decisions, settled(50, 1, 'good', decisions)];
  assert.deepEqual(standings(good, 5), ['agreed', 'settled', 'open', 'open', 'open']);
  assert.equal(rowReview(good), 'disputed');
});

test('an error that both found in one place ends the trace for both', () => {
  assert.deepEqual(standings(said({ ada: 'gb', bob: 'gb' }), 3), ['agreed', 'agreed', 'after']);
});

test('a label that came after the adjudication, and says something else, is news', () => {
  const first = said({ ada: 'g', bob: 'b' });
  const adjudication = settled(50, 0, 'good', first);
  assert.deepEqual(standings([...first, adjudication]), ['settled']);
  const same = label({ n: 60, by: 'cyd', value: 'good' });
  assert.deepEqual(standings([...first, adjudication, same]), ['settled']);
  const other = label({ n: 60, by: 'cyd', value: 'bad' });
  assert.deepEqual(standings([...first, adjudication, other]), ['outdated']);
  assert.equal(rowReview([...first, adjudication, other]), 'disputed');
});

test("a model's labels are nobody's", () => {
  const decisions = said({ ada: 'g', 'model:judge': 'b' });
  assert.deepEqual(standings(decisions), ['alone']);
  assert.deepEqual(reviewTrace('t', 0, decisions).annotators, ['ada']);
});

test('verdicts are reviewed like steps', () => {
  const [right] = [verdict({ n: 1, by: 'ada' })];
  const wrong = { ...verdict({ n: 2, by: 'bob' }), value: 'wrong' } as SignedDecision;
  assert.equal(reviewTrace('t', 0, [right]).verdict.standing, 'alone');
  assert.equal(reviewTrace('t', 0, [right, wrong]).verdict.standing, 'disputed');
});

test('disagreement is the share of what several spoke of that is due', () => {
  assert.equal(disagreement(said({ ada: 'gg', bob: 'gg' })), 0);
  assert.equal(disagreement(said({ ada: 'gg', bob: 'gn' })), 0.5);
  assert.equal(disagreement(said({ ada: 'gg' })), 0);
  assert.equal(rowReview([]), null);
  assert.equal(rowReview(said({ ada: 'g' })), 'alone');
});

test('annotators part at the first step that they label differently, settled or not; silence is no difference', () => {
  const parting = (signs: Record<string, string>) => partingOf(reviewTrace('t', 4, said(signs)));
  assert.equal(parting({ ada: 'ggb', bob: 'gnb', cyd: 'gg' }), 1);
  assert.equal(parting({ ada: 'gg', bob: 'gggb' }), null);
  const [ada, bob] = [
    said({ ada: 'gb' }),
    said({ bob: 'gg' }).map((each, at) => ({ ...each, id: label({ n: 9 + at }).id })),
  ];
  assert.equal(partingOf(reviewTrace('t', 2, [...ada, ...bob, settled(20, 1, 'bad', [...ada, ...bob])])), 1);
});
