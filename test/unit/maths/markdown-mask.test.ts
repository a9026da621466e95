import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskForMarkdown, unmask } from '../../../src/core/maths/markdown-mask';
import { segment } from '../../../src/core/maths/segment';
import { dataFolder, readRows, stringsIn } from '../real-data';

/** The masked text with signs one can read: F a formula's character, × a masked star, ~ an underscore, p a plus, m a minus. */
function masked(text: string): string {
  const result = maskForMarkdown(text, segment(text, 'markdown'));
  assert.equal(result.length, text.length, text);
  const signs: Record<string, string> = {
    '\ue000': 'F',
    '\ue001': '×',
    '\ue002': '~',
    '\ue003': 'p',
    '\ue004': 'm',
  };
  return result.replace(/[\ue000-\ue004]/g, (sign) => signs[sign] ?? sign);
}

const CASES: [string, string][] = [
  ['a $x_1*2$ b', 'a FFFFFFF b'],
  ['**bold** and *thin* _thin_', '**bold** and *thin* _thin_'],
  ['2*3*4', '2×3×4'],
  ['2**3', '2××3'],
  ['x_1 and (a)*(b)', 'x~1 and (a)×(b)'],
  ['length*width*height', 'length×width×height'],
  ['the *n*th and **x**2', 'the *n*th and **x**2'],
  ['*a $x$ b*', '*a FFF b*'],
  ['2*$x$*3', '2×FFF×3'],
  ['*$x$*', '*FFF*'],
  ['`2*3*4`', '`2*3*4`'],
  ['12\n+ 34\n= 46', '12\np 34\n= 46'],
  ['- 5', 'm 5'],
  ['x\n- 3\n= 2', 'x\nm 3\n= 2'],
  ['- 3 apples\n- 4 pears', '- 3 apples\n- 4 pears'],
  ['We get:\n- $x$\n- $y$', 'We get:\n- FFF\n- FFF'],
  ['* 2*3', '* 2×3'],
  ['fill in ____ here', 'fill in ____ here'],
  ['\ue000 \ue001', '\ufffd \ufffd'],
];

void test('Markdown sees what is its own', () => {
  for (const [text, expected] of CASES) assert.equal(masked(text), expected, text);
});

void test('unmask gives the signs back', () => {
  const text = '2*3*4 x_1\n+ 5';
  assert.equal(unmask(maskForMarkdown(text, segment(text, 'markdown'))), text);
});

void test('hostile texts keep their length', () => {
  for (const sign of ['2*', '*', '_', '- ', '- 1\n', '+ 1\n', 'a**b ']) {
    const text = sign.repeat(50_000);
    assert.equal(maskForMarkdown(text, segment(text, 'markdown')).length, text.length, sign);
  }
});

const folder = dataFolder();
if (folder !== undefined) {
  void test('real texts keep their length, and their prose comes back', () => {
    for (const text of readRows(folder, 'processbench/omnimath_first200.jsonl').flatMap(stringsIn)) {
      const parts = segment(text, 'markdown');
      const back = unmask(maskForMarkdown(text, parts));
      assert.equal(back.length, text.length);
      for (const part of parts.filter((each) => each.kind === 'prose')) {
        assert.equal(back.slice(part.start, part.end), part.content);
      }
    }
  });
}
