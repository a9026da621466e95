import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRow } from '../../../src/core/profile/read-row';
import { decideProfile } from '../../../src/core/project/decide-profile';
import type { Project } from '../../../src/core/project/project';
import { readProject } from '../../../src/core/project/read-project';
import type { Json } from '../../../src/core/row/json';

const MATHS = [{ problem: 'What is $1+1$?', solution: 'It is \\boxed{2}', level: 'Level 1' }];

function project(value: unknown): Project {
  return {
    ...readProject(JSON.stringify(value, null, 2)),
    file: '/data/scholium.json',
    folder: '/data',
    schemas: new Map(),
  };
}

function decide(rows: Json[], of: Project | null, id?: string) {
  const chosen = id === undefined ? null : { id, why: 'chosen by you' };
  return decideProfile(rows, { file: '/data/a.jsonl', project: of, chosen });
}

const OWN = {
  id: 'own',
  title: 'Own',
  signature: [{ path: ['problem'], kinds: ['text'] }],
  roles: [{ role: 'problem', paths: [['problem']] }],
};

test("one's own profile that fits comes before a shipped one that asks for more, and the file's line is told", () => {
  const { profile, own, why } = decide(MATHS, project({ profiles: [OWN] }));
  assert.deepEqual([profile.id, own], ['own', true]);
  assert.match(why, /^scholium\.json line 3 has it, and 1 of the first 1 rows have problem \(text\)/);
});

test("one's own profile that does not fit leaves the shipped ones as they are", () => {
  const elsewhere = { ...OWN, signature: [{ path: ['q'], kinds: ['text'] }] };
  const { profile, own } = decide(MATHS, project({ profiles: [elsewhere] }));
  assert.deepEqual([profile.id, own], ['math', false]);
});

test('what the files say comes before what fits, and what was chosen before both', () => {
  const of = project({ profiles: [OWN], files: { 'a.*': { profile: 'gsm8k' } } });
  const named = decide(MATHS, of);
  assert.equal(named.profile.id, 'gsm8k');
  assert.match(named.why, /^scholium\.json line \d+ names it for “a\.\*”/);
  assert.deepEqual(
    [decide(MATHS, of, 'own').profile.id, decide(MATHS, of, 'own').why],
    ['own', 'chosen by you'],
  );
});

test('a chosen profile that is gone is passed over', () => {
  assert.equal(decide(MATHS, null, 'gone').profile.id, 'math');
});

const SAVED = {
  id: 'own',
  title: 'Own',
  signature: [
    { path: ['question_text'], kinds: ['text'] },
    { path: ['gold'], kinds: ['text'] },
  ],
  roles: [
    { role: 'problem', paths: [['question_text']] },
    { role: 'answer', paths: [['gold']] },
  ],
};

test('a renamed column is named, with the column that has its place now; the row reads with what is left', () => {
  const of = project({ profiles: [SAVED], files: { 'a.jsonl': { profile: 'own' } } });
  const row = { question_txt: 'How many apples are left over?', gold: '3', zz: 7 };
  const { profile, lacks, why } = decide([row, row], of);
  assert.deepEqual(lacks, [
    {
      path: ['question_text'],
      name: 'question_text',
      role: 'problem',
      suggestion: { path: ['question_txt'], name: 'question_txt' },
    },
  ]);
  assert.match(why, /the rows have no question_text \(now question_txt\?\)$/);
  const { answers, others } = readRow(row, profile);
  assert.deepEqual(
    [answers.map(({ text }) => text), others.map(({ path }) => path)],
    [['3'], [['question_txt'], ['zz']]],
  );
});

test('a column that became another name altogether is suggested by what its values are', () => {
  const of = project({ profiles: [SAVED], files: { 'a.jsonl': { profile: 'own' } } });
  const row = { prompt: 'How many apples are left over, when 3 of 5 are eaten?', gold: '2' };
  assert.equal(decide([row, row], of).lacks[0]?.suggestion?.name, 'prompt');
});

test('a missing column that nothing is like has no suggestion', () => {
  const of = project({ profiles: [SAVED], files: { 'a.jsonl': { profile: 'own' } } });
  const { lacks } = decide([{ question_text: 'q', zz: true }], of);
  assert.deepEqual(
    lacks.map(({ name, suggestion }) => [name, suggestion]),
    [['gold', null]],
  );
});
