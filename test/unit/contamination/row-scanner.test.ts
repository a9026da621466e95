import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { buildIndex } from '../../../src/core/contamination/benchmark-index';
import { Boilerplate } from '../../../src/core/contamination/boilerplate';
import { ContaminationCheck, prepareCheck } from '../../../src/core/contamination/check-file';
import type { ContaminationWish } from '../../../src/core/contamination/check-file';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { imageOf } from '../../../src/core/contamination/index-image';
import { RowScanner } from '../../../src/core/contamination/row-scanner';
import { tokenise } from '../../../src/core/contamination/tokenise';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';
import { genericProfile } from '../../../src/core/profile/shipped';
import { dataFolder, jsonlFiles, readLines } from '../real-data';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';
import { allOf } from './checked-plainly';

const QUESTION =
  'Marisol picks 24 baskets of cherries in the orchard every morning, sells a third of them to a bakery for 5 dollars a basket, and dries the others. How many baskets of cherries does she dry in 7 days?';
const items = [{ benchmark: 0, row: 0, id: 'q', text: QUESTION, answer: null }];
const scanner = new RowScanner(imageOf(buildIndex(items)), new Boilerplate(), THRESHOLDS.review);

function assertSameTokens(text: string): void {
  const cut = scanner.tokens(text);
  if (!cut) return;
  const { length, exact, kinds } = tokenise(text);
  assert.deepEqual(
    [cut.length, [...cut.exact], [...cut.kinds]],
    [length, [...exact.subarray(0, length)], [...kinds.subarray(0, length)]],
    JSON.stringify(text),
  );
}

const PIECES = [
  ...['\\frac', '\\dfrac ', '1', '2', '\\begin', '{align}', ' ', '\n', '\\', '\\,', '{,}', ',', '.', '000'],
  ...['123', '0', 'John', "'s", '’s', '’', "'", 's', 't', 'ing', 'es', 'ed', '½', '²', '𝑥', 'é', '中', '%'],
  ...[
    '\u00a0',
    '\u2009',
    '\\%',
    '}',
    '{',
    '<',
    'th',
    'class',
    'begin',
    '\\end',
    'Rightarrow',
    '\\Rightarrow',
  ],
  ...[
    '\\circ',
    '°',
    '∈',
    'ﬁ',
    'Ⅷ',
    '_',
    '\0',
    '\ufeff',
    '👍',
    'ß',
    'İ',
    'twenty',
    'one',
    'x',
    '\\le',
    'DOZEN',
    'counterexamples',
    'incommensurable',
    'abcdefghijklmnop',
    'characteristically',
    '\\overrightarrowtail',
    '12345678901234567',
  ],
];

test('the kernel cuts any text as the plain way does', () => {
  const chance = seeded(5);
  for (let round = 0; round < 20_000; round++) {
    const pieces = Array.from({ length: 1 + chance.below(12) }, () => chance.pick(PIECES));
    assertSameTokens(pieces.join(''));
  }
  assert.equal(scanner.tokens('half a pair: \ud835'), null);
  assert.equal(scanner.tokens('a'.repeat(200_000)), null);
});

test('the kernel cuts real texts as the plain way does', () => {
  const folder = dataFolder();
  if (folder === undefined) return;
  for (const file of [...jsonlFiles(folder, 'math'), ...jsonlFiles(folder, 'processbench')])
    for (const line of readLines(path.join(folder, file)).slice(0, 300)) assertSameTokens(line);
});

test('a text that holds no item is told to hold none, one that does is told, whatever its signs', () => {
  const clean = 'Find the smallest prime that divides 2^{30} + 1, and the sum of its digits.';
  for (const ways of [1, 2, 3]) {
    assert.equal(scanner.isLikely(clean, ways), false);
    assert.equal(scanner.isLikely(`${QUESTION} ½ 中`, ways), true);
  }
});

/** A text as JSON, its letters by number here and there. */
function escaped(text: string, every: number): string {
  const letters = Array.from(JSON.stringify(text), (letter, at) =>
    at % every === 1 && /[a-z]/.test(letter)
      ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
      : letter,
  );
  return letters.join('');
}

function hostileRows(): Buffer {
  const row = (problem: string, solution = 'It is $\\frac{1}{2}$.') =>
    `{"id":1,"problem":${JSON.stringify(problem)},"solution":${JSON.stringify(solution)}}`;
  const filler = Array.from({ length: 400 }, (_, n) =>
    row(
      `Find the ${n}th term of the sequence $a_{n} = ${n}n^2 + 1$.`,
      `Since $n = ${n}$, the claim follows. `.repeat(20),
    ),
  );
  const lines: (string | Buffer)[] = [
    ...filler,
    row(QUESTION),
    `{"problem":${escaped(QUESTION, 3)}}\r`,
    '{"problem": "not closed',
    '',
    '   ',
    `  { "solution" : null , "problem" : ${JSON.stringify(`Think. ${QUESTION}`)} }  `,
    `{"pro\\u0062lem":${JSON.stringify(QUESTION)}}`,
    `{"later":{"text":1e5},"problem":"\\ud835 ${QUESTION}"}`,
    `{"problem":"a","n":01}`,
    `{"problem":"a\tb"}`,
    `{"problem":"bad \\x escape"}`,
    '[1, 2]',
    '42',
    Buffer.concat([Buffer.from('{"problem":"'), Buffer.from([0xff, 0xc3]), Buffer.from(`${QUESTION}"}`)]),
    row('Tell it again.', `It says: ${QUESTION} So it is 112.`),
    row(`${'x '.repeat(150_000)}${QUESTION}`),
    ...filler,
    row(QUESTION.replace('24', '36')),
  ];
  const bytes = lines.flatMap((line, at) => [
    Buffer.from(at === 0 ? `\ufeff${line.toString()}` : line),
    Buffer.from('\n'),
  ]);
  return Buffer.concat(bytes.slice(0, -1)); // no line feed at the end
}

for (const onlyProblems of [false, true])
  test(`scanned rows give what parsed rows give, broken ones too; ${onlyProblems ? 'problems' : 'all'}`, async (context) => {
    const folder = await folderWith(context, { 'benchmark.jsonl': JSON.stringify({ problem: QUESTION }) });
    const file = path.join(folder, 'rows.jsonl');
    await writeFile(file, hostileRows());
    const wish: ContaminationWish = {
      file,
      profile: genericProfile,
      benchmarks: [{ file: path.join(folder, 'benchmark.jsonl'), profile: genericProfile }],
      least: THRESHOLDS.review,
      onlyProblems,
    };
    const check = new ContaminationCheck(wish, await prepareCheck(nodeFileStore, wish));
    const open = await nodeFileStore.open(file);
    context.after(() => open.close());
    const plain = await allOf(check.plainPart(open, 0, Infinity));
    assert.deepEqual(await allOf(check.part(open, 0, 1e9)), plain);
    assert.ok(plain.hits.length >= (onlyProblems ? 6 : 7) && plain.unread >= 5);
    const half = Math.floor(hostileRows().length / 2);
    const [first, second] = [
      await allOf(check.part(open, 0, half)),
      await allOf(check.part(open, half, 1e9)),
    ];
    const moved = second.hits.map((hit) => ({ ...hit, row: hit.row + first.rows }));
    assert.deepEqual([first.rows + second.rows, [...first.hits, ...moved]], [plain.rows, plain.hits]);
  });
