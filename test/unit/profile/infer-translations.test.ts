import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSizes, open, openOne, texts } from '../seeds/seed';

test('a question in two languages, by the endings of its fields', () => {
  const { problem, translations, answers } = openOne({
    id: 1,
    question_en: 'What is two and three, when both of them are counted?',
    question_ar: 'ما مجموع اثنين وثلاثة؟',
    answer_en: 'five',
    answer_ar: 'خمسة',
  });
  assert.deepEqual(
    problem.map(({ text, language }) => [text.slice(0, 11), language]),
    [['What is two', 'en']],
  );
  assert.deepEqual(texts(answers), ['five']);
  assert.deepEqual(
    translations.map(({ language, role }) => [language, role]),
    [
      ['ar', 'problem'],
      ['ar', 'answer'],
    ],
  );
});

test('a question beside the one in the language that it was asked in', () => {
  const { problem, translations } = openOne({
    problem: 'What is two and three?',
    problem_chinese: '二加三等于几？',
    answer: '5',
  });
  assert.deepEqual(texts(problem), ['What is two and three?']);
  assert.deepEqual(
    translations.map(({ language }) => language),
    ['zh'],
  );
});

test('an id is no language, however it ends', () => {
  const { translations, facts } = openOne({
    question: 'What is two and three?',
    question_id: 'q7',
    answer: '5',
  });
  assert.deepEqual(translations, []);
  assert.ok(facts.some(({ value }) => value === 'q7'));
});

test('rows of one id in several languages are linked', () => {
  const rows = [1, 2].flatMap((id) =>
    ['en', 'fr', 'he'].map((lang) => ({
      id,
      lang,
      question: `Question ${id} in ${lang}?`,
      answer: String(id),
    })),
  );
  const { readings } = open(rows);
  assert.deepEqual(groupSizes(readings, 'translation'), { 3: 2 });
});

test('a statement in natural language is no Dutch one', () => {
  const { problem } = openOne({
    nl_statement: 'Prove that one is odd.',
    nl_proof: 'It is 2 times 0, and 1.',
  });
  assert.deepEqual(
    problem.map(({ language }) => language),
    [undefined],
  );
});

test('objects of languages: the answer is no translation of the problem', () => {
  const { problem, answers, translations } = openOne({
    question: { fr: 'Combien font deux et trois ?', en: 'What is two and three?' },
    answer: { fr: 'cinq', en: 'five' },
  });
  assert.deepEqual([texts(problem), texts(answers)], [['What is two and three?'], ['five']]);
  assert.deepEqual(
    translations.map(({ language, role }) => [language, role]),
    [
      ['fr', 'problem'],
      ['fr', 'answer'],
    ],
  );
});
