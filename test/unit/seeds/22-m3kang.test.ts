import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupSizes, open, openOne, texts } from './seed';
import { foundIn } from './made';

const ROW = {
  level: 2,
  language: 'en',
  text_only: true,
  id: 17,
  text: 'What is 2 + 3? (A) 4 (B) 5 (C) 6',
  label: 'B',
};

test('22 M3Kang: the text is the problem and the letter in label the answer', () => {
  const { profile, problem, answers } = openOne(ROW);
  const { media } = openOne({ ...ROW, text_only: false, image: { bytes: null, path: '17.png' } });
  assert.deepEqual(
    media.map(({ file }) => file),
    ['17.png'],
  );
  assert.equal(profile, 'm3kang');
  assert.match(texts(problem).join(' '), /^What is 2 \+ 3\?/);
  assert.deepEqual(texts(answers), ['B']);
});

test('22 M3Kang: rows of one id are translations, each in its own language', () => {
  const rows = ['en', 'ar', 'zh-CN'].map((language) => ({ ...ROW, language }));
  const { readings } = open(rows);
  assert.deepEqual(groupSizes(readings, 'translation'), { 3: 1 });
  assert.deepEqual(
    readings.map(({ problem, links }) => [problem[0]?.language, links[0]?.place]),
    [
      ['en', 'en'],
      ['ar', 'ar'],
      ['zh-CN', 'zh-CN'],
    ],
  );
});

test('22 M3Kang: formulas and the right letter are the same in every language', async (context) => {
  const rows = [
    { ...ROW, text: 'What is $2^3 + 1$? (A) 4 (B) 9 (C) 6' },
    { ...ROW, language: 'fr', text: 'Combien font $2^3 + 1$ ? (A) 4 (B) 9 (C) 6' },
    { ...ROW, language: 'de', text: 'Was ist $2^2 + 1$? (A) 4 (B) 9 (C) 6', label: 'C' },
  ];
  const found = await foundIn(context, { 'rows.jsonl': rows }, 'translation/');
  assert.ok(found.includes('rows.jsonl:3 translation/formulas'), found.join());
  assert.ok(found.includes('rows.jsonl:3 translation/choice'), found.join());
});
