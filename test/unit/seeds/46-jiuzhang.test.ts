import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segment } from '../../../src/core/maths/segment';
import { openOne, shown } from './seed';

test('46 JiuZhang3.0: the question is taken out of its wrapper, at its place in the field', () => {
  const row = {
    input: '## Question\nWhat is $4^2$?\n\n## Solution\n',
    output: 'It is $\\boxed{16}$.',
    stage: 'Grade 6',
    influence_score: 0.3,
  };
  const { profile, problem, traces, measures } = openOne(row);
  assert.equal(profile, 'jiuzhang');
  assert.deepEqual(
    problem.map(({ text, start }) => [text, start]),
    [['What is $4^2$?', 12]],
  );
  assert.deepEqual(traces.map(shown), [['output', 'model', 1, '16']]);
  assert.deepEqual(
    measures.map(({ value }) => value),
    [0.3],
  );
});

test('46 JiuZhang3.0: programs and what they printed are cells within the steps', () => {
  const { profile, traces } = openOne({
    input: '## Question\nWhat is $4^2$?\n\n## Solution\n',
    output: 'We run\n\n```python\nx = 4**2\n\nprint(x)\n```\n```output\n16\n```\n\nIt is $\\boxed{16}$.',
  });
  assert.equal(profile, 'jiuzhang');
  const cells = traces[0]?.steps.map(({ source }) =>
    segment(source.text, source.dialect).flatMap(({ cell, content }) => (cell ? [[cell.kind, content]] : [])),
  );
  assert.deepEqual(cells, [
    [],
    [
      ['code', 'x = 4**2\n\nprint(x)'],
      ['output', '16'],
    ],
    [],
  ]);
});
