import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askedQuestions } from '../../../src/core/scheme/asked-questions';
import { actions } from '../../../src/protocol/actions';
import { ownAnswers } from '../../../webview/review/own-answers';
import { named } from '../scheme/schemes';

/** `5 by ⇧5`: what a reviewer answers by which key. */
function keys(question: object): string[] {
  const { scheme } = named({ target: 'row', questions: [{ id: 'q', title: 'Q', ...question }] });
  return askedQuestions(scheme).flatMap((each) =>
    ownAnswers(each).map(({ action, value }) => `${value.value} by ${actions[action].cap}`),
  );
}

test('an answer has its own key in a review, a digit with ⇧: alone it takes an annotator’s', () => {
  assert.deepEqual(keys({ kind: 'rating', from: 0, to: 3 }), ['0 by ⇧0', '1 by ⇧1', '2 by ⇧2', '3 by ⇧3']);
  const values = [
    { value: 'fine', key: 'g' },
    { value: 'sum', key: '2' },
    { value: 'odd', key: 'm' },
  ];
  assert.deepEqual(keys({ kind: 'choice', values }), ['fine by g', 'sum by ⇧2', 'odd by ⇧1']);
});

test('y settles what is agreed, so yes has a digit; names that have no key get digits', () => {
  assert.deepEqual(keys({ kind: 'yes-no' }), ['true by ⇧1', 'false by n']);
  const values = Array.from({ length: 12 }, (_, at) => ({ value: `m${at}` }));
  assert.deepEqual(keys({ kind: 'taxonomy', values }).slice(8), ['m8 by ⇧9', 'm9 by ⇧0']);
});

test('of several at once each has its key; words and parts of a text have none', () => {
  assert.deepEqual(keys({ kind: 'several', values: [{ value: 'a' }, { value: 'b', key: 'b' }] }), [
    'a by ⇧1',
    'b by b',
  ]);
  assert.deepEqual(keys({ kind: 'span', values: [{ value: 'a' }] }), []);
  assert.deepEqual(keys({ kind: 'text' }), []);
});
