import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';
import { findingsIn } from './rows';

const found = (rows: object[], profile: string) =>
  findingsIn(
    rows.map((row) => JSON.stringify(row)),
    profileNamed(profile),
  ).filter(({ check }) => check === 'translation');

test('a formula that one language of a row lacks is found at the translation', () => {
  const row = {
    unique_id: 'x',
    language: 'French',
    problem_markdown: 'Prove that $n^2 + n$ is even for all $n > 0$.',
    original_problem_markdown: 'Montrer que $n^2+n$ est pair pour tout $n \\geq 0$.',
    solutions_markdown: [],
  };
  const findings = found([row], 'mathnet');
  assert.deepEqual(
    findings.map(({ rule, path, message }) => [rule, path, message]),
    [
      [
        'translation/formulas',
        ['original_problem_markdown'],
        'n>0 is missing in the other language; n\\geq0 is in the other language only.',
      ],
    ],
  );
  assert.deepEqual(found([{ ...row, original_problem_markdown: row.problem_markdown }], 'mathnet'), []);
});

test('where one language marks no formulas, it is enough that their numbers are there', () => {
  const row = {
    ImgReal: 'a.jpg',
    QuestionEN: 'A log of 4.8 m, cut in $\\frac{1}{6}$ of its length.',
    QuestionCN: '长4.8m的木料，锯成1/6。',
    ImageQualityDegradation: { blur: 1 },
  };
  assert.deepEqual(found([row], 'mathreal'), []);
  assert.equal(found([{ ...row, QuestionCN: '长4.8m的木料，锯成1/7。' }], 'mathreal').length, 1);
});

const folder = dataFolder();
if (folder !== undefined) {
  test('MathReal: 13 of its 480 rows have other formulas in the other language', () => {
    const lines = readLines(join(folder, 'mathreal', 'testmini.jsonl'));
    const findings = findingsIn(lines, profileNamed('mathreal')).filter(
      ({ check }) => check === 'translation',
    );
    assert.deepEqual(
      findings.map(({ row }) => row + 1),
      [274, 306, 307, 340, 373, 382, 384, 392, 428, 434, 436, 459, 463],
    );
    assert.match(findings[2]!.message, /boxed/); // the English question tells its answer
  });
}
