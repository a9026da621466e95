import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOne } from './seed';
import { made } from './made';

test('37 NFT: all that was generated for a prompt is kept, the negative ones too', () => {
  const row = { prompt: 'What is 5 - 7?', generations: ['It is -2.', 'It is 2.'], verdicts: [true, false] };
  const { traces } = openOne(row);
  assert.deepEqual(
    traces.map(({ published }) => published?.answerRight),
    [true, false],
  );
});

test('37 NFT: a completion with a label is wanted or not', () => {
  const { profile, traces } = openOne({ prompt: 'What is 5 - 7?', completion: 'It is 2.', label: false });
  assert.equal(profile, 'wanted-or-not');
  assert.deepEqual(traces[0]?.published, { answerRight: null, preferred: false });
});

test('37 NFT: the wrong completions alone, each with its label', async (context) => {
  const row = { prompt: 'What is 5 - 7?', generations: ['It is -2.', 'It is 2.'], verdicts: [true, false] };
  assert.deepEqual(await made(context, [row], 'completions', '--keep', 'wrong'), [
    { prompt: row.prompt, completion: 'It is 2.', label: false },
  ]);
});
