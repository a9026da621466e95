import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectRatings } from '../../../src/core/agreement/collect-ratings';
import type { SignedDecision } from '../../../src/core/annotation/event';
import { Fold } from '../../../src/core/annotation/fold';
import { decisionFacts } from '../../../src/core/query/state-facts';
import { goldScore } from '../../../src/core/queue/gold-score';
import { reviewAnswers } from '../../../src/core/review/answer-review';
import { disagreement, rowReview } from '../../../src/core/review/row-review';
import { schemesOf } from '../../../src/core/scheme/scheme-in-force';
import { wordQuestions } from '../../../src/core/scheme/word-questions';
import { label } from '../annotation/events';

const WORDS = wordQuestions(schemesOf(null));

/** An answer under the shipped scheme of students' errors. */
const said = (n: number, by: string, question: string, value: string) =>
  ({
    ...label({ n, by }),
    ...{ scheme: 'student-error', question, target: { kind: 'row' }, value },
  }) as unknown as SignedDecision;

const standing = [
  said(1, 'ada', 'category', 'sign'),
  said(2, 'ada', 'cause', 'the minus is lost'),
  said(3, 'bob', 'category', 'sign'),
  said(4, 'bob', 'cause', 'lost a minus sign'),
];

test('the causes that a shipped scheme asks for are words', () => {
  assert.deepEqual([...WORDS], ['student-error/cause']);
});

test('that two people wrote other words is no disagreement, and nothing that agreement counts', () => {
  assert.equal(rowReview(standing, WORDS), 'agreed');
  assert.equal(disagreement(standing, WORDS), 0);
  assert.deepEqual(
    reviewAnswers(standing, WORDS).map((each) => [each.question, each.standing]),
    [
      ['category', 'agreed'],
      ['cause', 'alone'],
    ],
  );
  const rated = collectRatings([standing], [], WORDS).map(({ about }) => about);
  assert.ok(rated.includes('student-error/category') && !rated.includes('student-error/cause'));
  const facts = decisionFacts(['id:1'], () => standing, new Set(), WORDS).get('id:1');
  assert.equal(facts?.find(({ what }) => what === 'review')?.value, 'agreed');
});

test('words are no measure of how far one is as expected', () => {
  const fold = new Fold();
  fold.add(standing);
  assert.deepEqual(goldScore(fold, 'ada', 'bob', WORDS), { same: 1, all: 1 });
});
