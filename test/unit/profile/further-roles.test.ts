import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { pathText } from '../../../src/core/row/json';
import { ownProfile } from '../../../src/core/project/own-profile';
import { open } from '../seeds/seed';
import { PROOF, Q, readAs, SOLVED, talk } from './published';

const readingOf = (row: Json) => open([row, row]).readings[0]!;

test('images beside a dialogue are those of the row', () => {
  const row = {
    messages: [
      { role: 'user', content: `<image>${Q}` },
      { role: 'assistant', content: SOLVED },
    ],
    images: ['figures/1.png'],
  };
  const { media, others } = readingOf(row);
  assert.deepEqual(
    media.map(({ file }) => file),
    ['figures/1.png'],
  );
  assert.deepEqual(others, []);
});

test('OlympiadBench: a column for each image', () => {
  const row = {
    id: 1,
    question: Q,
    solution: [SOLVED],
    final_answer: ['30'],
    image_1: 'a/1.png',
    image_2: 'a/2.png',
    answer_type: 'Numerical',
    subject: 'Math',
  };
  const { media, facts } = readingOf(row);
  assert.deepEqual(
    media.map(({ file }) => file),
    ['a/1.png', 'a/2.png'],
  );
  assert.ok(facts.some(({ path }) => pathText(path) === 'subject'));
});

test('numbers and short facts that a format does not name', () => {
  const row = {
    prompt: Q,
    reward_model: { ground_truth: '30' },
    qwen_pass_rate: 0.5,
    extra_info: { level: 3 },
  };
  const { measures, facts, others } = readingOf(row);
  assert.deepEqual(
    measures.map(({ name, value }) => [name, value]),
    [['qwen_pass_rate', 0.5]],
  );
  assert.ok(facts.some(({ path }) => pathText(path) === 'extra_info.level'));
  assert.deepEqual(others, []);
});

test('the same question in another language', () => {
  const row = { question: Q, question_ru: 'Какова скорость?', answer: 'We divide.\n#### 30' };
  assert.deepEqual(
    readingOf(row).translations.map(({ language, source }) => [language, source.text]),
    [['ru', 'Какова скорость?']],
  );
});

test('what a format reads already is not read anew: a pair stays a pair, an answer the one', () => {
  const pair = {
    prompt: Q,
    chosen: SOLVED,
    rejected: PROOF,
    generations: [SOLVED, PROOF],
    answer: '30',
    gold: '31',
  };
  assert.equal(readAs(pair), 'preference: Q = 30; model 2 chosen, model 2 rejected');
});

test('a dataset of its own keeps its other fields', () => {
  const row = { question: Q, answer: 'x=60/2\n#### 30', annotations: ['a'] };
  assert.deepEqual(
    readingOf(row).others.map(({ path }) => pathText(path)),
    ['annotations'],
  );
});

test('a mapped profile is saved with the roles that were found, and gets no further ones', () => {
  const rows = [{ messages: talk, images: ['figures/1.png'] }];
  const { profile } = open(rows);
  const saved = ownProfile({ ...profile, title: 'Mine' }, { sample: rows, own: new Set(), all: new Set() });
  assert.equal(saved.isFormat, false);
  assert.ok(saved.roles.some(({ role, paths }) => role === 'medium' && paths[0]?.[0] === 'images'));
});
