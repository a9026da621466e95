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

test('43 VisTIRA: what the tool gave back is an output, and a program that is called is code', () => {
  const called = { name: 'python', arguments: { code: 'print(17*23)' } };
  const row = {
    messages: [
      { role: 'user', content: 'What is $17 \\cdot 23$?' },
      { role: 'assistant', content: 'I compute it.', tool_calls: [{ type: 'function', function: called }] },
      { role: 'tool', content: '391\n\nThat is all.' },
      { role: 'assistant', content: 'So it is $\\boxed{391}$.' },
    ],
  };
  const { traces } = openOne(row);
  assert.deepEqual(
    traces[0]?.steps.map(({ speaker, form, source }) => [speaker, form, source.text]),
    [
      ['assistant', undefined, 'I compute it.'],
      ['assistant', 'code', 'print(17*23)'],
      ['tool', 'output', '391\n\nThat is all.'],
      ['assistant', undefined, 'So it is $\\boxed{391}$.'],
    ],
  );
});
