import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';
import { foundIn } from './made';
import { made } from './made';

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

test('18 h1: problems of which each needs the answer before it are composed, and a broken chain is found', async (context) => {
  const atoms = [
    { id: 'a-1', problem: 'Tom has 3 boxes of 4 pens. How many pens has he?', answer: '12' },
    { id: 'a-2', problem: 'Ann has 12 pens and buys 5. How many pens has she?', answer: '17' },
  ];
  const [chain] = await made(context, atoms, 'chains', '--horizon', '2');
  assert.deepEqual(chain?.['rows'], [1, 2]);
  const whole = { id: 'c-1', problem: 'Both of them.', answer: '18', chain: ['a-1', 'a-2'] };
  assert.deepEqual(await foundIn(context, { 'rows.jsonl': [...atoms, whole] }, 'links/chain'), [
    'rows.jsonl:3 links/chain',
  ]);
});
