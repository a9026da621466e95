// Tables and pictures of LaTeX among formulas: named once, and tables rewritten where an array is the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixOf } from '../../../src/core/check/fix-finding';
import { segment } from '../../../src/core/maths/segment';
import { tableAsArray } from '../../../src/core/maths/table-as-array';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readRows } from '../real-data';
import { findingsIn, math } from './rows';

const rowOf = (problem: string, answer = '12') =>
  JSON.stringify(math(problem, `It is $\\boxed{${answer}}$.`, answer));

const formulaFindings = (text: string) =>
  findingsIn([text], profileNamed('math')).filter(({ check }) => check === 'formula');

/** The problem with every table in it rewritten that can be. */
function rewritten(problem: string): string {
  const text = rowOf(problem);
  const fixes = formulaFindings(text).flatMap((finding) => fixOf(finding, text) ?? []);
  const next = fixes
    .toSorted((a, b) => b.start - a.start)
    .reduce((line, { start, end, text: put }) => line.slice(0, start) + put + line.slice(end), text);
  return (JSON.parse(next) as { problem: string }).problem;
}

const PICTURES: [string, string][] = [
  [
    'See [asy]\ndraw((0,0)--(1,1)); label("$A_{", (0,0)); label("$x^2^2$", (1,1));\n[/asy] and say.',
    'Asymptote',
  ],
  ['See \\begin{asy}\ndraw((0,0)--(1,1));\n\\end{asy}', 'Asymptote'],
  [
    '\\begin{center}\\begin{tikzpicture}\\draw (0,0) node{$x$} -- (1,1);\\end{tikzpicture}\\end{center}',
    'TikZ',
  ],
  [
    '\\[\n\\begin{tikzpicture}\n\\draw (0,0) -- (1,1);\n\\node at (1,1) {\\nosuch};\n\\end{tikzpicture}\n\\]',
    'TikZ',
  ],
  ['$\\begin{array}{c} x \\\\ \\begin{tikzpicture}\\draw (0,0);\\end{tikzpicture} \\end{array}$', 'TikZ'],
  ['$$\\begin{tikzcd} A \\arrow[r] & B \\end{tikzcd}$$', 'TikZ'],
  ['\\begin{pspicture}(0,0)(2,2)\\psline(0,0)(1,1)\\end{pspicture}', 'PSTricks'],
];

for (const [problem, language] of PICTURES) {
  test(`a picture is named once, whatever it draws: ${problem.slice(0, 40).replaceAll('\n', ' ')}`, () => {
    const found = formulaFindings(rowOf(problem));
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['formula/picture'],
    );
    assert.match(found[0]!.message, new RegExp(language));
    assert.equal(fixOf(found[0]!, rowOf(problem)), null, 'nothing is offered');
  });
}

test('a picture that has no end is said so, and formulas beside a picture are judged as ever', () => {
  const rules = (problem: string) => formulaFindings(rowOf(problem)).map(({ rule }) => rule);
  assert.deepEqual(rules('See [asy] draw((0,0)--(1,1)); and say.'), ['formula/unclosed']);
  assert.match(formulaFindings(rowOf('See [asy] draw((0,0));'))[0]!.message, /the picture has no end/);
  assert.deepEqual(rules('[asy] dot((0,0)); [/asy] $\\frac{1}$ [asy] dot((1,0)); [/asy]'), [
    'formula/picture',
    'formula/typeset',
  ]);
  const [first] = formulaFindings(rowOf('[asy] dot((0,0)); [/asy] and [asy] dot((1,0)); [/asy]'));
  assert.match(first!.message, /^2 pictures/);
  assert.deepEqual(rules('A picture, easy to draw, is \\textit{not} in $\\text{tikzpicture}$.'), []);
});

const TABLES: [string, string][] = [
  ['$\\begin{tabular}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{tabular}$', '$\\begin{array}{c|c} 1 & 2 \\\\ \\hline 3 & 4 \\end{array}$'],
  [
    'Look: \\begin{tabular}{|l|r|}\\hline\nGrade & Boys \\\\ \\hline\n$9^{\\text{x}}$ & 3\n\\end{tabular}',
    'Look: \\begin{tabular}{|l|r|}\\hline\nGrade & Boys \\\\ \\hline\n$9^{\\text{x}}$ & 3\n\\end{tabular}',
  ],
  [
    'Look: \\begin{tabular}{|l|r|}\\hline\nGrade & Boys \\\\[2pt] \\hline\n$9^{th}$ grade & 41.1\\%\\\\\\hline\\end{tabular}!',
    'Look: $\\begin{array}{|l|r|}\\hline\n\\text{Grade} & \\text{Boys} \\\\[2pt] \\hline\n{9^{th}}\\text{ grade} & \\text{41.1\\%}\\\\\\hline\\end{array}$!',
  ],
  ['\\[\\begin{tabular}{ccc} a & $b$ & \\textbf{c} \\end{tabular}\\]', '\\[\\begin{array}{ccc} \\text{a} & b & \\text{\\textbf{c}} \\end{array}\\]'],
]; // prettier-ignore

for (const [before, after] of TABLES) {
  test(`a table becomes an array where it is the same: ${before.slice(0, 40).replaceAll('\n', ' ')}`, () => {
    const [finding, ...others] = formulaFindings(rowOf(before));
    assert.equal(finding?.rule, 'formula/table');
    assert.deepEqual(others, []);
    assert.equal(rewritten(before), after);
    if (after !== before) assert.deepEqual(formulaFindings(rowOf(after)), [], 'it is found no more');
  });
}

test('a table that is the whole of an answer needs no dollar signs', () => {
  const text = rowOf('What?', '\\begin{tabular}{c} 1 \\end{tabular}');
  const answer = formulaFindings(text).find(({ path }) => path[0] === 'answer');
  assert.equal(fixOf(answer!, text)?.text, '\\\\begin{array}{c} 1 \\\\end{array}');
});

const OTHER_TABLES = [
  '\\begin{tabular}{cc} \\multicolumn{2}{c}{a} \\\\ 1 & 2 \\end{tabular}',
  '\\begin{tabular}{cc} 1 & 2 \\\\ \\cline{1-1} 3 & 4 \\end{tabular}',
  '\\begin{tabular}{p{2cm}c} a & b \\end{tabular}',
  '\\begin{tabular}[t]{c} a \\end{tabular}',
  '\\begin{tabular}{c} a % note\n \\end{tabular}',
  '\\begin{tabular}{c} a < b \\end{tabular}',
  '\\begin{tabular}{c} \\emph{a} \\end{tabular}',
  '\\begin{tabular}{c} a\n\nb \\end{tabular}',
  '\\begin{tabular}{c} \\begin{tabular}{c} a \\end{tabular} \\end{tabular}',
];

test('a table that would not stay the same is named, and nothing is offered', () => {
  for (const table of OTHER_TABLES) {
    assert.equal(tableAsArray(table), null, table);
    const found = formulaFindings(rowOf(`$$${table}$$`));
    assert.ok(
      found.some(({ rule }) => rule === 'formula/table'),
      table,
    );
    assert.equal(rewritten(`$$${table}$$`), `$$${table}$$`);
  }
});

test('a cell with half a formula is not guessed', () => {
  assert.equal(tableAsArray('\\begin{tabular}{c} $a \\end{tabular}'), null);
});

test('a row that was changed since keeps its table', () => {
  const text = rowOf('$\\begin{tabular}{c} 1 \\end{tabular}$');
  const [finding] = formulaFindings(text);
  assert.equal(fixOf(finding!, text.replace('{c} 1', '{c} 2')), null);
});

test('tables of published problems: what they become typesets, and a formula it is', () => {
  const folder = dataFolder();
  if (folder === undefined) return;
  const files = ['math/math500_test.jsonl', 'math/competition_math_nt_cp_l5.jsonl'];
  const texts = files
    .flatMap((name) => readRows(folder, name))
    .flatMap(({ problem, solution }) => [String(problem), String(solution)]);
  const tables = texts.flatMap((text) => text.match(/\\begin\{tabular\}[\s\S]*?\\end\{tabular\}/g) ?? []);
  const arrays = tables.flatMap((table) => tableAsArray(table) ?? []);
  assert.deepEqual([tables.length, arrays.length], [10, 9]);
  for (const array of arrays) {
    assert.equal(typesetFault(array, false), null, array);
    assert.deepEqual(
      segment(`So $${array}$.`, 'markdown').map(({ kind }) => kind),
      ['prose', 'maths', 'prose'],
    );
  }
});
