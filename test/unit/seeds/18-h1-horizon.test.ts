import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

test('18 h1: a composed problem has its horizon as a measure, and the chain it is made of stays in its order', () => {
  const row = {
    id: 'c-1',
    problem: 'Let A be 2 + 3. Let B be A times 4. What is B?',
    atoms: ['a-1', 'a-2'],
    horizon: 2,
    final_answer: '20',
    chain_id: 'c-1',
    position: 0,
  };
  const { profile, answers, measures, others } = openOne(row);
  assert.equal(profile, 'composed');
  assert.deepEqual(texts(answers), ['20']);
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [['horizon', 2]],
  );
  assert.deepEqual(others.find(({ path }) => path[0] === 'atoms')?.value, ['a-1', 'a-2']);
});
