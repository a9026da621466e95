import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';

test('43 VisTIRA: a trajectory in a dialogue is one trace after the question', () => {
  const row = {
    messages: [
      { role: 'user', content: 'What is $17 \\cdot 23$?' },
      { role: 'assistant', content: 'I compute it.\n\n```python\nprint(17*23)\n```' },
      { role: 'tool', content: '391' },
      { role: 'assistant', content: 'So it is $\\boxed{391}$.' },
    ],
  };
  const { profile, problem, traces } = openOne(row);
  assert.equal(profile, 'chat');
  assert.equal(problem.length, 1);
  assert.equal(traces[0]?.finalAnswer?.text, '391');
  assert.ok(traces[0]?.steps.some(({ source }) => source.text.includes('print(17*23)')));
});
