import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne, texts } from './seed';

const TEMPLATE =
  '<Step1>\nRead the equation.\n<Key>\nTwo unknowns.\n</Key>\n</Step1>\n<Step2>\nSolve it.\n</Step2>\n<Generalized>\nIsolate first.\n</Generalized>\n<Answer>\n5\n</Answer>';

test('39 SuperCorrect: a thought template is a step for each block, headed by its tag, and the answer apart', () => {
  const { profile, traces } = openOne({ query: 'Solve $x + 1 = 6$.', response: TEMPLATE });
  assert.equal(profile, 'thought-template');
  assert.deepEqual(
    traces[0]?.steps.map(({ heading, within, source }) => [heading, within, source.text]),
    [
      ['Step1', undefined, 'Read the equation.'],
      ['Key', 'Step1', 'Two unknowns.'],
      ['Step2', undefined, 'Solve it.'],
      ['Generalized', undefined, 'Isolate first.'],
      ['Answer', undefined, '5'],
    ],
  );
  assert.equal(traces[0]?.finalAnswer?.text, '5');
});

test('39 SuperCorrect: chosen and rejected are two traces, as texts or as dialogues', () => {
  const prompt = 'What is $2^5$?';
  const asText = openOne({ prompt, chosen: 'It is 32.', rejected: 'It is 10.' });
  const asked = { role: 'user', content: prompt };
  const asDialogue = openOne({
    chosen: [asked, { role: 'assistant', content: 'It is 32.' }],
    rejected: [asked, { role: 'assistant', content: 'It is 10.' }],
  });
  for (const { profile, problem, traces } of [asText, asDialogue]) {
    assert.equal(profile, 'preference');
    assert.deepEqual(texts(problem), [prompt]);
    assert.deepEqual(
      traces.map(({ author, kind, published, steps }) => [
        author,
        kind,
        published?.preferred,
        steps[0]?.source.text,
      ]),
      [
        ['chosen', 'model', true, 'It is 32.'],
        ['rejected', 'model', false, 'It is 10.'],
      ],
    );
  }
});
