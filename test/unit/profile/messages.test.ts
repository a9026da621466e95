import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import type { Json } from '../../../src/core/row/json';
import { dataFolder, readRows } from '../real-data';
import { profileNamed } from './profiles';

const chat = profileNamed('chat');
const champ = profileNamed('champ-dialogue');

const CHAT: Json = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello' },
    { role: 'assistant', content: 'Hi.' },
    { role: 'user', content: 'What is $1+1$?' },
    { role: 'assistant', content: 'First.\n\nSo \\boxed{2}.' },
  ],
};

test('a chat: the last thing the user asks is the problem, what came before is context', () => {
  const { problem, context, traces, others } = readRow(CHAT, chat);
  assert.deepEqual(
    problem.map(({ text, path }) => [text, path]),
    [['What is $1+1$?', ['messages', 3, 'content']]],
  );
  assert.deepEqual(
    context.map(({ speaker, source }) => [speaker, source.text]),
    [
      ['system', 'Be brief.'],
      ['user', 'Hello'],
      ['assistant', 'Hi.'],
    ],
  );
  assert.deepEqual(
    traces[0]?.steps.map(({ speaker, source }) => [speaker, source.text]),
    [
      ['assistant', 'First.'],
      ['assistant', 'So \\boxed{2}.'],
    ],
  );
  assert.deepEqual(others, []);
});

test('the final answer stands where it stands in the whole turn', () => {
  const answer = readRow(CHAT, chat).traces[0]?.finalAnswer;
  assert.deepEqual([answer?.text, answer?.dialect, answer?.path], ['2', 'tex', ['messages', 4, 'content']]);
  const text = 'First.\n\nSo \\boxed{2}.';
  assert.equal(text.slice(answer?.start, answer?.end), '2');
});

test('a CHAMP dialogue: the first thing the user asks is the problem, later turns are steps', () => {
  const messages = [
    { role: 'System', text: 'Be an expert.' },
    { role: 'User', text: 'Solve.' },
    { role: 'Assistant', text: 'I try.' },
    { role: 'User', text: 'Now the answer only.' },
    { role: 'Assistant', text: 'The answer is 5.' },
  ];
  const { problem, context, traces } = readRow({ messages, model: 'PaLM' }, champ);
  assert.deepEqual([problem[0]?.text, context.length], ['Solve.', 1]);
  assert.deepEqual([traces[0]?.author, traces[0]?.finalAnswer?.text], ['PaLM', '5']);
  assert.deepEqual(
    traces[0]?.steps.map(({ speaker }) => speaker),
    ['Assistant', 'User', 'Assistant'],
  );
});

test('a dialogue without an answer has a problem and no trace', () => {
  const reading = readRow({ messages: [{ role: 'user', content: 'x' }] }, chat);
  assert.deepEqual([reading.problem.length, reading.traces.length, reading.context.length], [1, 0, 0]);
});

test('a dialogue in which no user speaks is one trace', () => {
  const messages = [
    { role: 'assistant', content: 'a' },
    { content: 'b' },
    { role: 'assistant', content: null },
    'no message',
  ];
  const reading = readRow({ messages }, chat);
  assert.deepEqual(reading.problem, []);
  assert.deepEqual(
    reading.traces[0]?.steps.map(({ speaker, source }) => [speaker, source.text]),
    [
      ['assistant', 'a'],
      ['unknown speaker', 'b'],
    ],
  );
});

const folder = dataFolder();
if (folder !== undefined) {
  test('every CHAMP dialogue is read to its last sign', () => {
    const rows = readRows(folder, 'champ/conversations_sample.jsonl');
    assert.equal(rows.length, 98);
    for (const row of rows) {
      const messages = row['messages'] as { role: string; text: string }[];
      const asked = messages.findIndex(({ role }) => role === 'User');
      const { problem, context, traces, answers } = readRow(row as Json, champ);
      assert.equal(problem[0]?.text, messages[asked]?.text);
      assert.equal(answers[0]?.text, row['ground_truth_answer']);
      assert.equal(context.length, asked);
      const said = messages.slice(asked + 1);
      const read = traces.flatMap(({ steps }) => steps.map(({ source }) => source.text));
      const squeeze = (texts: string[]) => texts.join('').replace(/\s/g, '');
      assert.equal(squeeze(read), squeeze(said.map(({ text }) => text)));
    }
  });
}

test('what was thought before a message is in its trace, under whatever name', () => {
  for (const name of ['reasoning_content', 'reasoning', 'thinking']) {
    const said = { role: 'assistant', [name]: 'Let me see.\n\nYes.', content: 'So \\boxed{2}.' };
    const { traces } = readRow({ messages: [{ role: 'user', content: 'What is it?' }, said] }, chat);
    assert.deepEqual(
      traces[0]?.steps.map(({ source }) => source.text),
      ['Let me see.', 'Yes.', 'So \\boxed{2}.'],
      name,
    );
  }
});

test('what a tool gave back in the name of the user is no question', () => {
  const row = {
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'What is it?' }] },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'I compute it.' },
          { type: 'tool_use', name: 'python', input: { code: 'print(2)' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', content: '2' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'It is 2.' }] },
    ],
  };
  const { problem, traces } = readRow(row, chat);
  assert.deepEqual(
    problem.map(({ text }) => text),
    ['What is it?'],
  );
  assert.deepEqual(
    traces[0]?.steps.map(({ source, form }) => [source.text, form]),
    [
      ['I compute it.', undefined],
      ['print(2)', 'code'],
      ['2', 'output'],
      ['It is 2.', undefined],
    ],
  );
});
