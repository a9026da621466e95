import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToString } from 'katex';
import type { Dialect } from '../../../src/core/maths/dialect';
import { segment } from '../../../src/core/maths/segment';
import type { Segment } from '../../../src/core/maths/text-segment';
import { dataFolder, readRows, stringsIn } from '../real-data';

/** What was found, without the prose: the kind's first letter and the content; `m!` for a display. */
function found(text: string, dialect: Dialect = 'markdown'): string[] {
  const parts = segment(text, dialect);
  assertCovers(text, parts);
  return parts
    .filter((part) => part.kind !== 'prose')
    .map(
      (part) =>
        `${part.kind.slice(0, 2)}${part.display ? '!' : ''} ${part.content}${part.problem ? ` [${part.problem}]` : ''}`,
    );
}

function assertCovers(text: string, parts: readonly Segment[]): void {
  let at = 0;
  for (const part of parts) {
    assert.equal(part.start, at, text.slice(0, 200));
    assert.ok(part.end > part.start, text.slice(0, 200));
    at = part.end;
  }
  assert.equal(at, text.length, text.slice(0, 200));
}

const MARKDOWN: [string, string[]][] = [
  ['', []],
  ['no maths', []],
  // Delimiters.
  ['Let $x$ and \\(y\\) be; \\[z\\] $$w$$', ['ma x', 'ma y', 'ma! z', 'ma! w']],
  ['$x$$y$', ['ma x', 'ma y']],
  ['a colour is $\\frac{24}{120$.\n\nThen $x$.', ['ma \\frac{24}{120', 'ma x']],
  ['求$x$的值', ['ma x']],
  ['$$\n\nx^2\n\n$$', ['ma! x^2']],
  [
    '\\[\n\\begin{pmatrix} 1 \\\\[2pt] 2 \\end{pmatrix}\n\\]',
    ['ma! \\begin{pmatrix} 1 \\\\[2pt] 2 \\end{pmatrix}'],
  ],
  ['$\\text{if $x$ is odd}$', ['ma \\text{if $x$ is odd}']],
  ['\\(\\text{if \\(x\\)}\\)', ['ma \\text{if \\(x\\)}']],
  ['$ x^2 $ and $ n$ and $P(x) $', ['ma x^2', 'ma n', 'ma P(x)']],
  ['$T=$ 4 and ($+$) and ($-D-D-$) and $*$', ['ma T=', 'ma +', 'ma -D-D-', 'ma *']],
  ['$AB, BC, CD$', ['ma AB, BC, CD']],
  ['costs $\\$$1500', ['ma \\$']],
  // Environments.
  ['a \\begin{align*}x\\end{align*} b', ['ma! \\begin{align*}x\\end{align*}']],
  [
    '\\begin{align}\\begin{align}x\\end{align}\\end{align}',
    ['ma! \\begin{align}\\begin{align}x\\end{align}\\end{align}'],
  ],
  ['\\begin{eqnarray*}a&=&b\\end{eqnarray*}', ['ma! \\begin{align*}a&=b\\end{align*}']],
  ['\\begin{itemize}\\item $x$\\end{itemize}', ['ma x']],
  ['\\textbf{Bold} and \\emph{text}', []],
  // Money.
  ['\\$5 and \\$6', []],
  ['$2 per egg, so 3 eggs are $3', []],
  ['costs $20 and he has $30 left', []],
  ['$9 * 2 = $18', []],
  ['$9*2=$18', []],
  ['is $5 or 6$ a day', []],
  ['$5-$10, $5/$10', []],
  ['($5) and ($6), cost ($) and price ($)', []],
  ['If each ball costs $ 1.54 , how much for $ 3', []],
  ['It costs $5 and $x$ is', ['ma x']],
  ['He had $$43$ dollars', ['ma 43']],
  ['500*$.25=$<<500*.25=125>>125', ['ca 500*.25=125']],
  ['$<<9*2=18>>18 and $$<<1+1=2>>2', ['ca 9*2=18', 'ca 1+1=2']],
  ['a << b and c >> d', []],
  ['$x\n\ny$', []],
  // Code.
  ['`$x$` $y$', ['co $x$', 'ma y']],
  ['```\n$x$\n```\n$y$', ['co! $x$', 'ma y']],
  ['```\n$x$', ['co! $x$']],
  ['a ```$x$``` b', ['co $x$']],
  ['\\begin{math}x\\end{math}', ['ma! x']],
  ["``it's $x$'' and ``$y$''", ['ma x', 'ma y']],
  ["`a $x$' and `b $y$'", ['ma x', 'ma y']],
  ['a ` b $x$ c ` d', ['ma x']],
  ['a ` b $x$', ['ma x']],
  // Drawings.
  ['[asy]draw("$x$");[/asy]', ['dr! draw("$x$");']],
  ['\\begin{asy}a\\end{asy}', ['dr! a']],
  // Boxes without delimiters.
  ['So \\boxed{$400} or \\boxed{\\frac{1}{2}}.', ['ma \\boxed{\\$400}', 'ma \\boxed{\\frac{1}{2}}']],
  ['\\boxed{No simple answer here}', []],
  // Delimiters that nothing closes.
  ['a \\(x+1\n\nb $y$', ['ma x+1 [unclosed \\(]', 'ma y']],
  ['a \\(x and \\(y\\)', ['ma x and [unclosed \\(]', 'ma y']],
  ['\\(5 \\nmid 6 \\] then', ['ma 5 \\nmid 6 [unclosed \\(]']],
  ['a \\[x\n\nThis is a sentence with words.\n\n\\[y\\]', ['ma! x [unclosed \\[]', 'ma! y']],
  ['$$x\n\nThis is a sentence with words.\n\n$$y$$', ['ma! x [unclosed $$]', 'ma! y']],
  ['\\begin{align}x', ['ma! \\begin{align}x [unclosed \\begin{align}]']],
  ['a $x+1 b', []],
];

void test('Markdown with LaTeX', () => {
  for (const [text, expected] of MARKDOWN) assert.deepEqual(found(text), expected, text);
});

const OTHERS: [Dialect, string, string[]][] = [
  ['champ', 'Let @@x_(n+1)@@ and $y$', ['ma x_{n+1}', 'ma y']],
  ['champ', 'Let @@x@@ and @@y_1', ['ma x', 'ma y_1 [unclosed @@]']],
  ['markdown', 'an @@ in text @@', []],
  ['plain', 'costs $x$', []],
  ['tex', '\\frac{1}{2}', ['ma \\frac{1}{2}']],
  ['tex', ' $\\frac{1}{2}$ ', ['ma \\frac{1}{2}']],
  ['tex', '18', ['ma 18']],
  ['tex', 'AB', ['ma AB']],
  ['tex', '\\text{Evelyn}', ['ma \\text{Evelyn}']],
  ['tex', 'x = 5', ['ma x = 5']],
  ['tex', 'proof', []],
  ['tex', 'none of these', []],
  ['tex', 'It is 5 dollars', []],
  ['tex', 'No', []],
  ['tex', '$5', []],
  ['tex', 'It is $x$ or $y$', ['ma x', 'ma y']],
];

void test('the other dialects', () => {
  for (const [dialect, text, expected] of OTHERS) assert.deepEqual(found(text, dialect), expected, text);
});

void test('hostile texts are covered like any other', () => {
  const signs = [
    '$',
    '\\(',
    '\\[',
    '$$ ',
    '$a',
    '$ {',
    '\\begin{align}',
    '`',
    '``a ',
    '<<',
    '[asy]',
    '@@',
    '\\boxed{',
    '\\[a b c\n\n',
  ];
  const texts = signs.map((sign) => sign.repeat(100_000));
  texts.push(
    `$${'a'.repeat(200_000)}$`,
    '\\('.repeat(50_000) + '\\)'.repeat(50_000),
    '\\begin{tabular}{'.repeat(20_000),
  );
  texts.push('\\[a bit of words\n\n'.repeat(20_000) + '\\]'.repeat(20_000), `$5${' '.repeat(100_000)}$`);
  for (const text of texts) {
    for (const dialect of ['markdown', 'champ', 'tex'] as const) assertCovers(text, segment(text, dialect));
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  const files = [
    'math/math500_test.jsonl',
    'math/competition_math_nt_cp_l5.jsonl',
    'gsm8k/test.jsonl',
    ...['gsm8k', 'math_first200', 'olympiadbench_first200', 'omnimath_first200'].map(
      (name) => `processbench/${name}.jsonl`,
    ),
  ];

  void test('segments cover every text of the real datasets', () => {
    for (const text of files.flatMap((name) => readRows(folder, name)).flatMap(stringsIn)) {
      for (const dialect of ['markdown', 'champ', 'tex', 'plain'] as const)
        assertCovers(text, segment(text, dialect));
    }
  });

  void test('no amount of money in GSM8K is taken for maths', () => {
    for (const text of readRows(folder, 'gsm8k/test.jsonl').flatMap(stringsIn)) {
      const kinds = new Set(segment(text, 'markdown').map((part) => part.kind));
      assert.ok(!kinds.has('maths'), text);
      assert.equal(kinds.has('calculation'), text.includes('<<'), text);
    }
  });

  void test('the formulas of MATH-500 typeset, and its answers', () => {
    const failed: string[] = [];
    for (const row of readRows(folder, 'math/math500_test.jsonl')) {
      const texts = [String(row['problem']), String(row['solution'])].flatMap((text) =>
        segment(text, 'markdown'),
      );
      for (const part of [...texts, ...segment(String(row['answer']), 'tex')]) {
        if (part.problem !== undefined) failed.push(part.problem);
        if (part.kind === 'maths') failed.push(...typeset(part));
      }
    }
    assert.deepEqual(failed, []);
  });
}

function typeset(part: Segment): string[] {
  try {
    renderToString(part.content, { displayMode: part.display, strict: 'ignore', macros: {} });
    return [];
  } catch (error) {
    return [`${part.content}: ${String(error)}`];
  }
}
