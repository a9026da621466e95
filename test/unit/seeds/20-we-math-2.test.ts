import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';
import { foundIn } from './made';

test('20 We-Math 2.0: a variant of a question names its knowledge points and its place', () => {
  const row = {
    question_id: 'q1',
    question: 'How long is the third side of the triangle?',
    image: 'q1.png',
    difficulty: 'step 2',
    'knowledge points': ['Triangle inequality', 'Pythagoras'],
    idx: 2,
    answer: '5',
  };
  const { profile, problem, answers, concepts, links } = openOne(row);
  assert.equal(profile, 'we-math-2');
  assert.deepEqual(texts(problem), [row.question]);
  assert.deepEqual(texts(answers), ['5']);
  assert.deepEqual(
    concepts.map((concept) => concept.kind === 'text' && concept.source.text),
    row['knowledge points'],
  );
  assert.deepEqual(
    links.map(({ type, group, place }) => [type, group, place]),
    [['variant', 'q1', '2']],
  );
});

test('20 We-Math 2.0: a rung that is missing between others is found', async (context) => {
  const rows = [0, 1, 3].map((idx) => ({
    question_id: 'q1',
    question: `How long is side ${idx}?`,
    image: 'q1.png',
    difficulty: `step ${idx}`,
    'knowledge points': ['Pythagoras'],
    idx,
    answer: String(idx),
  }));
  assert.deepEqual(await foundIn(context, { 'pro.jsonl': rows }, 'links/missing'), [
    'pro.jsonl:1 links/missing',
  ]);
});
