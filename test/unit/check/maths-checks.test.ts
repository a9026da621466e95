import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { startChecks } from '../../../src/core/check/run-checks';
import { checks, datasetChecks, fileChecks } from '../../../src/core/check/checks';
import { stepLabelsCheck } from '../../../src/core/check/step-labels-check';
import { readRow } from '../../../src/core/profile/read-row';
import { parseRow } from '../../../src/core/row/parse';
import { genericProfile } from '../../../src/core/profile/shipped';
import { profileNamed } from '../profile/profiles';
import { dataFolder, readLines } from '../real-data';
import { findingsIn, math, rawRow } from './rows';

/** The rules and the text at each place. */
function found(row: object, profile: string): string[] {
  const text = JSON.stringify(row);
  const findings = findingsIn([text], profile === 'generic' ? genericProfile : profileNamed(profile));
  return findings.map(({ rule, span }) => `${rule} ${span ? text.slice(span.start, span.end) : ''}`.trim());
}

test('a reference solution must end with the answer', () => {
  assert.deepEqual(found(math('What is $3\\cdot4$?', 'It is $\\boxed{12}$.'), 'math'), []);
  assert.deepEqual(found(math('What is it?', 'It is $\\boxed{13}$.'), 'math'), ['answer/trace 13']);
  assert.deepEqual(found(math('What is it?', 'It is $\\boxed{\\frac{24}{2}}$.'), 'math'), []);
});

test('an answer that is none, and one that the problem tells', () => {
  assert.deepEqual(found(math('What?', 'Nobody knows.', 'N/A'), 'math'), ['answer/sentinel N/A']);
  assert.deepEqual(found(math('What is $\\boxed{12}$?', 'It is $\\boxed{12}$.'), 'math'), [
    'answer/leaked \\\\boxed{12}',
  ]);
});

test('what goes on behind the number is another answer, and one that is missing is compared with none', () => {
  const rules = (problem: string, answer: string) =>
    found(math(problem, 'So $\\boxed{12}$.', answer), 'math');
  assert.deepEqual(rules('The answer is 12 more than x.', '12'), []);
  assert.deepEqual(rules('Show that the answer is 12 apples.', '12'), ['answer/leaked answer is 12']);
  assert.deepEqual(rules('What?', 'notfound'), ['answer/sentinel notfound']);
});

test('formulas that do not end, do not typeset, or have an unknown command', () => {
  const rules = (problem: string) =>
    found(math(problem, 'It is $\\boxed{12}$.'), 'math').map((line) => line.split(' ')[0]);
  assert.deepEqual(rules('Let \\(x = 1. What is it?'), ['formula/unclosed']);
  assert.deepEqual(rules('Let x = 1\\). What is it?'), ['formula/unopened']);
  assert.deepEqual(rules('Let x = 1\\]. What is \\(y\\)?'), ['formula/unopened']);
  assert.deepEqual(rules('Let $\\frac{1}$.'), ['formula/typeset']);
  assert.deepEqual(rules('Let $\\nosuchthing x$.'), ['formula/command']);
  assert.deepEqual(rules('It costs $5 or $6, and $x_1^2 \\le \\dfrac{3}{4}$.'), []);
});

test('a dollar sign of a formula that has no other one is told once for its text', () => {
  const found = (problem: string) =>
    findingsIn([JSON.stringify(math(problem, 'It is $\\boxed{12}$.'))], profileNamed('math'))
      .filter(({ rule }) => rule === 'formula/dollar')
      .map(({ evidence }) => evidence);
  assert.deepEqual(found('Find x with $x+1=3'), ['Find x with $x+1=3']);
  assert.deepEqual(found('Let $x=1$ and $y=2. Find $\\sqrt{x'), ['Let $x=1$ and $y=2. Find $\\sqrt{x']);
  assert.deepEqual(found('So x^2$ is it.'), ['So x^2$ is it.']);
  for (const money of [
    'He pays $5 = 3 + 2 dollars.',
    'It makes 9 * 2 = $<<9*2=18>>18, in $.',
    'US$ 5 and 20$, and \\$x = 3',
    'Let $x=1$ cost $5.',
    'He had $$43$ dollars.',
    'A fee of $x per day',
  ])
    assert.deepEqual(found(money), [], money);
});

test('plain arithmetic in steps is recomputed', () => {
  const solved = (solution: string) => found(math('What?', `${solution}\n\n$\\boxed{12}$`), 'math');
  assert.deepEqual(solved('So 182 + 21 = 193 in all.'), ['arithmetic/wrong 182 + 21 = 193']);
  assert.deepEqual(solved('First, 3 + 4 = 8.'), ['arithmetic/wrong 3 + 4 = 8']);
  assert.deepEqual(solved('It holds for 1, 2, 3 + 4 = 8.'), []);
  for (const right of [
    'So 182 + 21 = 203.',
    '2/3 = 0.67',
    'x + 3 - 2 = 5',
    '$3 \\cdot 3 + 1 = 10$',
    '5 - 1 - 1/2 = 3 1/2',
    '194 ÷ 11 = 17',
    '2 + 3 = 1 + 4',
    '$5 * 3 = $15',
  ])
    assert.deepEqual(solved(right), [], right);
});

/** Rules that flag more than one row of a hundred there. Each such finding was read, and what it says is so: docs/checks.md has them by kind. */
const OFTEN: Record<string, Record<string, number>> = {
  'gsm8k/test gsm8k': {},
  'math/math500_test math': { 'formula/picture': 86 },
  'champ/problems champ-problem': { 'equality/wrong': 18, 'formula/unclosed': 9, 'formula/dollar': 5 },
  'champ/fws_annotations champ-solution': { 'equality/wrong': 19, 'formula/unclosed': 9 },
};

for (const [place, often] of Object.entries(OFTEN))
  test(`each rule flags less than one row of a hundred, or what it says is so: ${place}`, () => {
    const [file = '', name = ''] = place.split(' ');
    const folder = dataFolder();
    if (folder === undefined) return;
    const lines = readLines(join(folder, `${file}.jsonl`));
    const rows = new Map<string, Set<number>>();
    for (const { rule, row } of findingsIn(lines, profileNamed(name)))
      rows.set(rule, (rows.get(rule) ?? new Set()).add(row));
    const many = [...rows].filter(([, { size }]) => size >= lines.length / 100);
    assert.deepEqual(Object.fromEntries(many.map(([rule, { size }]) => [rule, size])), often);
  });

/** Pictures and tables of LaTeX, of which MATH has many: what they are is plain from how they begin. */
const UNSET = /^formula\/(?:picture|table)$/;

const bench = (steps: string[], label: number, right: boolean) => ({
  id: 'made-1',
  generator: 'M',
  problem: 'What?',
  steps,
  final_answer_correct: right,
  label,
});

test('a trace that says nothing is found, and one of several that is blank', () => {
  const responses = (...code: string[]) => ({
    ...{ idx: 1, question: 'What?', gt: '4', code },
    ...{ score: code.map(() => true), pred: code.map(() => '4') },
  });
  const rules = (...code: string[]) =>
    found(responses(...code), 'sampled-responses').filter((rule) => rule.startsWith('trace/'));
  assert.deepEqual(rules('It is $\\boxed{4}$.', 'So $4$.'), []);
  assert.deepEqual(
    rules('It is $\\boxed{4}$.', '', ' '),
    ['trace/empty ""', 'trace/empty " "'].map(unquoted),
  );
  assert.deepEqual(rules('It is $\\boxed{4}$.', '...'), ['trace/empty ...']);
});

test('what an assistant says around a solution is found, and a solution that begins alike is not', () => {
  const rules = (...steps: string[]) =>
    found(bench(steps, -1, true), 'processbench').filter((rule) => rule.startsWith('trace/'));
  assert.deepEqual(rules('Sure! Here is the solution: two.', 'It is $4$. I hope this helps!'), [
    'trace/boilerplate Sure! Here is the solution:',
    'trace/boilerplate I hope this helps!',
  ]);
  assert.deepEqual(rules('Of course, let me help you.', 'So 4. Let me know if you have any questions.'), [
    'trace/boilerplate Of course, let me help you.',
    'trace/boilerplate Let me know if you have any questions.',
  ]);
  assert.deepEqual(rules('Surely $x > 0$.', 'Of course, $x = 4$ holds.', 'Certainly, 4 is even.'), []);
  assert.deepEqual(rules('Of course, both roots are positive.', 'So 4.'), []);
  assert.deepEqual(rules('Let me know the side: it is $4$.', 'The teacher says: I hope this helps him.'), []);
});

const unquoted = (text: string) => text.replaceAll('"', '').trim();

test('labels of steps, the first error and the verdict fit together', () => {
  assert.deepEqual(found(bench(['One.', 'Two.'], 1, false), 'processbench'), []);
  assert.deepEqual(found(bench(['One.', 'Two.'], 1, true), 'processbench'), [
    'steps/right-answer "Two."'.replaceAll('"', ''),
  ]);
  assert.deepEqual(found(bench(['One.', 'Two.'], -1, false), 'processbench'), ['steps/wrong-answer']);
  assert.deepEqual(found(bench(['One.', 'Two.'], 5, false), 'processbench'), ['steps/beyond']);
});

test('a row that is no UTF-8 is told once, whatever signs stand for its bytes', () => {
  const [before, after] = ['{"note":"it', 's \uFFFD"}'].map((text) => Buffer.from(text));
  const broken = Buffer.concat([before ?? Buffer.of(), Buffer.of(0x92, 0x93), after ?? Buffer.of()]);
  const rules = startChecks(genericProfile, typesetFault)(rawRow(0, broken)).findings.map(({ rule }) => rule);
  assert.deepEqual(rules, ['json/utf-8']);
  assert.deepEqual(found({ note: 'it\uFFFDs' }, 'generic'), ['hygiene/mojibake \uFFFD']);
});

const HYGIENE: [string, string][] = [
  ['a\u200bb', 'hygiene/hidden \u200b'],
  ['p\u0430y', 'hygiene/look-alike p\u0430'],
  ['\u0410nna', 'hygiene/look-alike \u0410'],
  ['pri\u0441\u0435', 'hygiene/look-alike i\u0441\u0435'],
  ['one\n\u0410nna', 'hygiene/look-alike \u0410'],
  ['gr\u03bfup', 'hygiene/look-alike r\u03bf'],
  ['a\u{E0041}\u{E0042}', 'hygiene/hidden \u{E0041}\u{E0042}'],
  ['itâ€™s', 'hygiene/mojibake â€™'],
  ['3 Ã— 4', 'hygiene/mojibake Ã—'],
  ['3 â‰¤ 4', 'hygiene/mojibake â‰¤'],
  ['2Ï€', 'hygiene/mojibake Ï€'],
  ['7 ? 3 = 4', 'hygiene/minus ?'],
  ['the value of x is ?4', 'hygiene/minus ?'],
  ['Find (3x ? 5) + x', 'hygiene/minus ?'],
  ['Set x = ?2', 'hygiene/minus ?'],
  ['mail anna@school.edu', 'hygiene/e-mail anna@school.edu'],
  ['call (555) 123-4567', 'hygiene/phone (555) 123-4567'],
  ['at 8.8.4.4', 'hygiene/ip 8.8.4.4'],
  [`AKIA${'A'.repeat(16)}`, `hygiene/key AKIA${'A'.repeat(16)}`],
];

test('hidden and broken signs, and private data, with their places', () => {
  for (const [note, expected] of HYGIENE) assert.deepEqual(found({ note }, 'generic'), [expected]);
  for (const note of [
    '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', // the flag of England
    'the letter “Ñ” and l’Î…',
    'naïve 求 5°',
    'Is it 7? 3 = 3',
    'What is x ? 5 pupils say 4',
    'Which is it? 4 or 5',
    '2 + 3 = ?',
    'a@b',
    '1.2.3',
    'example: x@example.com',
    '\u0434\u0430',
    'one\n\u0410нна, x-координата, αβ, \u0391\u0392\u0393',
    'Let â be 4, né, « allé… », „Spaß“, manhã”',
    'see Section 1.2.3.4',
  ])
    assert.deepEqual(found({ note }, 'generic'), [], note);
});

test('signs are found in their escapes as well, and in their field', () => {
  const text = '{"note":"a \\\\underline{b}","x":{"y":["t \\u200b p\\u0430y it\\u00e2\\u20ac\\u2122s"]}}';
  const told = findingsIn([text], genericProfile).map(({ rule, path, span, message }) => {
    return [rule, path.join('.'), span && text.slice(span.start, span.end), message];
  });
  assert.deepEqual(told, [
    ['hygiene/hidden', 'x.y.0', '\\u200b', 'A sign that nobody sees: U+200B.'],
    ['hygiene/look-alike', 'x.y.0', 'p\\u0430', 'A Cyrillic letter among Latin ones: U+0430.'],
    [
      'hygiene/mojibake',
      'x.y.0',
      '\\u00e2\\u20ac\\u2122',
      '“â€™” is text that was decoded by the wrong table.',
    ],
  ]);
});

test('a field that has another type than in rows before, unless its profile asks for one', () => {
  const rows = [
    { question: 'Q', note: null, score: 1, tags: ['a'], answer: '#### 1' },
    { question: 'Q', note: 'x', score: 1.5, tags: ['b'], answer: '#### 1' },
    { question: 'Q', note: 3, score: '1', tags: 'b', answer: '#### 1' },
  ];
  const told = findingsIn(
    rows.map((row) => JSON.stringify(row)),
    profileNamed('gsm8k'),
  ).filter(({ check }) => check === 'drift');
  assert.deepEqual(
    told.map(({ rule, row, message }) => [rule, row, message]),
    [
      ['drift/type', 2, 'score is text, and a number in rows before.'],
      ['drift/type', 2, 'tags is text, and a list in rows before.'],
      ['drift/type', 2, 'note is a number, and text in rows before.'],
    ],
  );
  const many = [...rows, ...Array.from({ length: 30 }, () => rows[2])].map((row) => JSON.stringify(row));
  assert.equal(findingsIn(many, profileNamed('gsm8k')).filter(({ path }) => path[0] === 'note').length, 20);
});

test('one value in two spellings', () => {
  const rows = ['Algebra', 'algebra', 'Geometry', 'Algebra'].map((subject) => JSON.stringify({ subject }));
  const findings = findingsIn(rows, genericProfile);
  assert.deepEqual(
    findings.map(({ rule, row }) => `${rule} ${row}`),
    ['drift/spelling 1'],
  );
});

test('the page of checks names every check and the severity of each rule that it lists', () => {
  const page = readFileSync(join('docs', 'checks.md'), 'utf8');
  const all = [...checks, ...datasetChecks, ...fileChecks];
  for (const { id } of all) assert.match(page, new RegExp(`\`${id}/`), id);
  const sources = all.map(({ id }) => readSource(id)).join('\n');
  for (const [, rule = ''] of page.matchAll(/^\| `([a-z]+\/[a-z-]+)`/gm))
    assert.ok(sources.includes(`'${rule}'`) || /^(?:json|schema)\//.test(rule), rule);
  for (const [rule] of sources.matchAll(
    /(?<=')(?:answer|steps|formula|trace|hygiene|drift|declared|id|arithmetic)\/[a-z-]+(?=')/g,
  ))
    assert.ok(page.includes(`\`${rule}\``), rule);
});

function readSource(id: string): string {
  const name = id === 'steps' ? 'step-labels' : id;
  return readFileSync(join('src', 'core', 'check', `${name}-check.ts`), 'utf8');
}

const folder = dataFolder();
if (folder !== undefined) {
  test('ProcessBench has 521 solutions with a right answer and a wrong step', () => {
    const profile = profileNamed('processbench');
    const running = stepLabelsCheck.start(profile, undefined, typesetFault);
    const rows = readLines(join(folder, 'large/processbench/processbench_all.jsonl'));
    const findings = rows.flatMap((text, number) => {
      const parsed = parseRow(text);
      const reading = parsed.kind === 'value' ? readRow(parsed.value, profile) : null;
      return running.row({ ...rawRow(number, text), parsed, reading: () => reading });
    });
    assert.equal(findings.filter(({ rule }) => rule === 'steps/right-answer').length, 521);
  });

  test('on GSM8K and MATH-500 nothing is found that is not there', () => {
    // A soft hyphen or the like, and “$32 - $20 = $300”: both stand in the published file.
    const gsm8k = findingsIn(readLines(join(folder, 'gsm8k/test.jsonl')), profileNamed('gsm8k'));
    assert.deepEqual(
      gsm8k.map(({ rule }) => rule),
      ['hygiene/hidden', 'arithmetic/wrong'],
    );
    // Slips in two published solutions.
    const mathLines = readLines(join(folder, 'math/math500_test.jsonl'));
    const math = findingsIn(mathLines, profileNamed('math'));
    assert.deepEqual(
      math.flatMap(({ row, rule }) => (UNSET.test(rule) ? [] : `${row + 1} ${rule}`)),
      ['24 equality/wrong', '175 equality/wrong'],
    );
    const unset = math.filter(({ rule }) => UNSET.test(rule));
    assert.deepEqual([unset.length, new Set(unset.map(({ row }) => row)).size], [103, 88]);
    for (const { row, span } of unset)
      assert.match(mathLines[row]!.slice(span!.start), /^(?:\[asy\]|\\\\begin\{tabular\})/);
  });
}
