import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SignedDecision } from '../../../src/core/annotation/event';
import { eventSchema } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { reviewAnswers } from '../../../src/core/review/answer-review';
import { settleAgreedAnswers } from '../../../src/core/review/settle-agreed';
import { rowReview } from '../../../src/core/review/row-review';
import { idOf, label } from '../annotation/events';

function signed(n: number, by: string) {
  const { v, id, time, annotator, machine, row } = label({ n, by });
  return { v, id, time, annotator, machine, row, scheme: 's', target: { kind: 'row' as const } };
}

const said = (n: number, by: string, value: number | null, question = 'clarity'): SignedDecision => ({
  ...signed(n, by),
  ...{ what: 'label', question, value },
});

const ruled = (n: number, answer: number, over: number[]): SignedDecision => ({
  ...signed(n, 'lead'),
  ...{ what: 'adjudication', question: 'clarity', value: { answer, over: over.map(idOf) } },
});

function standing(...events: SignedDecision[]) {
  const fold = new Fold();
  fold.add(events);
  return fold.standing('id:1');
}

const gist = (...events: SignedDecision[]) =>
  reviewAnswers(standing(...events)).map((each) => `${each.question} ${each.standing}`);

test('a ruling is an event, and loses nothing', () => {
  assert.deepEqual(eventSchema.parse(ruled(3, 4, [1, 2])), ruled(3, 4, [1, 2]));
});

test('each question stands by itself; models take no part, and what was withdrawn is not said', () => {
  const [ada, bob] = [said(1, 'ada', 3), said(2, 'bob', 4)];
  assert.deepEqual(gist(ada), ['clarity alone']);
  assert.deepEqual(gist(ada, bob, said(3, 'ada', 1, 'depth')), ['clarity disputed', 'depth alone']);
  assert.deepEqual(gist(ada, said(2, 'bob', 3)), ['clarity agreed']);
  assert.deepEqual(gist(ada, said(2, 'model:m', 4)), ['clarity alone']);
  assert.deepEqual(gist(ada, bob, said(3, 'bob', null)), ['clarity alone']);
});

test('a ruling settles what it saw; an answer that came later and differs is asked about again', () => {
  const [ada, bob] = [said(1, 'ada', 3), said(2, 'bob', 4)];
  assert.deepEqual(gist(ada, bob, ruled(3, 4, [1, 2])), ['clarity settled']);
  assert.equal(rowReview(standing(ada, bob, ruled(3, 4, [1, 2]))), 'settled');
  assert.deepEqual(gist(ada, bob, ruled(3, 4, [1, 2]), said(4, 'cyd', 4)), ['clarity settled']);
  assert.deepEqual(gist(ada, bob, ruled(3, 4, [1, 2]), said(4, 'cyd', 5)), ['clarity outdated']);
});

test('what all answered alike is settled by one ruling each, over what they said', () => {
  const agreed = [said(1, 'ada', 3), said(2, 'bob', 3), said(3, 'model:m', 4)];
  const rows = standing(
    ...agreed,
    said(4, 'ada', 1, 'depth'),
    said(5, 'bob', 2, 'depth'),
    said(6, 'ada', 1, 'x'),
  );
  assert.deepEqual(
    settleAgreedAnswers(rows).map(({ decision: { what, value } }) => [what, value]),
    [['adjudication', { answer: 3, over: [idOf(1), idOf(2)] }]],
  );
  assert.deepEqual(settleAgreedAnswers(standing(...agreed, ruled(7, 3, [1, 2]))), []);
});

test('a ruling on an answer is none on a label, and the other way round', () => {
  const rows = standing(
    label({ n: 1, by: 'ada' }),
    label({ n: 2, by: 'bob', value: 'bad' }),
    said(3, 'ada', 3),
    said(4, 'bob', 3),
  );
  assert.equal(rowReview(rows), 'disputed');
  assert.deepEqual(reviewAnswers(rows).length, 1);
});
