import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionOf } from '../../../src/core/scheme/asked-questions';
import type { Decision } from '../../../src/core/annotation/event';
import { decisionInWords } from '../../../webview/forms/decision-words';
import { named } from '../scheme/schemes';

const SCHEME = named({
  target: 'problem',
  questions: [
    { id: 'posed', title: 'Is it well posed?', kind: 'yes-no' },
    { id: 'fault', title: 'What is wrong', kind: 'several', values: [{ value: 'gap', title: 'A gap' }] },
  ],
});
const said = (question: string, value: unknown) =>
  ({ what: 'label', scheme: 'own', question, target: { kind: 'problem' }, value }) as Decision;

test('an answer is told by the words of its scheme', () => {
  const words = (decision: Decision) => decisionInWords(decision, (answer) => questionOf(answer, [SCHEME]));
  assert.equal(words(said('posed', false)), 'problem: Is it well posed? No');
  assert.equal(words(said('fault', ['gap'])), 'problem: What is wrong: A gap');
  assert.equal(words(said('fault', null)), 'problem: What is wrong: taken back');
  const ruling = {
    ...said('posed', null),
    what: 'adjudication',
    value: { answer: true, over: [] },
  } as Decision;
  assert.equal(words(ruling), 'problem: Is it well posed? settled as Yes');
});

test('a row that was given up is told in words, with why', () => {
  const mark = { what: 'mark', target: { kind: 'row' }, value: 'gave-up', reason: 'takes too long' } as const;
  assert.equal(
    decisionInWords(mark, () => undefined),
    'gave up, takes too long',
  );
});

test('where the scheme is gone, by those of the log', () => {
  assert.equal(
    decisionInWords(said('fault', ['gap', 'odd']), () => undefined),
    'problem: fault: gap, odd',
  );
  assert.equal(
    decisionInWords(said('posed', true), () => undefined),
    'problem: posed: Yes',
  );
});
