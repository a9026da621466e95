import assert from 'node:assert/strict';
import { test } from 'node:test';
import { behind, figure, measured, values } from '../seeds/measured';

const row = (id: number, language: string) => ({
  id,
  language,
  level: 1,
  text: `Problem ${id} (A) 1 (B) 2`,
  label: 'A',
});

test('of each language, the share of problems without it, and their first rows', async () => {
  const rows = [row(1, 'en'), row(1, 'ar'), row(2, 'en'), row(3, 'en'), row(3, 'ar'), row(4, 'ar')];
  const languages = figure(await measured(rows), 'Languages that are missing');
  assert.deepEqual(values(languages), [
    ['Arabic (ar)', 0.25],
    ['English (en)', 0.25],
  ]);
  assert.deepEqual(behind(languages), [
    ['Arabic (ar)', [2]],
    ['English (en)', [5]],
  ]);
});

test('of one language nothing is measured', async () => {
  const { figures } = await measured([row(1, 'en'), row(2, 'en')]);
  assert.ok(figures.every(({ measure }) => measure !== 'languages'));
});
