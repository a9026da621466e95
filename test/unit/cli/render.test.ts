import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { assertInert, tagsOf } from '../html-tags';
import { readRows } from '../real-data';
import { folderWith } from '../temp-files';
import { runCli, sample } from './run-cli';

/** One document, and all that it shows is in it. */
function assertWhole(html: string, what: string): void {
  assert.ok(html.startsWith('<!doctype html>\n'), what);
  const names = tagsOf(html).map(({ name }) => name);
  for (const name of ['html', 'head', 'title', 'style', 'body', 'main']) {
    assert.equal(names.filter((each) => each === name).length, 1, `${what}: <${name}>`);
  }
  assertInert(html, what);
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none';/, what);
  for (const [, address = ''] of html.matchAll(/url\(\s*["']?([^)]{0,40})/g)) {
    assert.doesNotMatch(address, /^(?!data:)[a-z]+:|^\/\//i, `${what}: the style names an address`);
  }
  for (const [, address = ''] of html.matchAll(/src:\s*url\(\s*["']?([^)]{0,40})/g)) {
    assert.match(address, /^data:font/, `${what}: a font's first form is inside`);
  }
  assert.doesNotMatch(html, /@import/, what);
  assert.ok(html.includes('url(data:font/woff2;base64,'), `${what}: the fonts are inside`);
}

const ROWS: [string, number, RegExp][] = [
  ['champ/problems.jsonl', 1, /lighthouse keeper/],
  ['champ/problems.jsonl', 24, /class="katex"/],
  ['champ/concepts.jsonl', 20, /C_/],
  ['champ/hints.jsonl', 36, /H_/],
  ['gsm8k.jsonl', 1, /####|class="step/],
  ['gsm8k.jsonl', 8, /This row is not JSON/],
  ['gsm8k.jsonl', 12, /answer must be text, not number/],
  ['gsm8k.jsonl', 16, /question is missing/],
  ['math.jsonl', 2, /class="katex"/],
  ['math.jsonl', 7, /This row is not JSON/],
  ['math.jsonl', 13, /level does not have the form/],
  ['math.jsonl', 18, /solution is missing/],
];

for (const [file, row, shown] of ROWS) {
  test(`row ${row} of ${file} is one whole document`, async () => {
    const { code, out, err } = await runCli('render', sample(file), '--row', String(row));
    assert.deepEqual([code, err], [0, '']);
    assertWhole(out, `${file} ${row}`);
    assert.match(out.slice(out.indexOf('<body>')), shown);
  });
}

test('hints and concepts from the files beside it are in the document', async () => {
  const [row] = readRows(sample('champ'), 'problems.jsonl');
  const named = row?.['ch_list'] as string[];
  const entries = ['hints', 'concepts'].flatMap((name) => readRows(sample('champ'), `${name}.jsonl`));
  const texts = entries
    .filter(({ identifier }) => named.includes(String(identifier)))
    .map((entry) => String(entry['_raw_text']).split('@@')[0]!);
  assert.equal(texts.length, named.length);
  const { out } = await runCli('render', sample('champ/problems.jsonl'), '--row', '1');
  for (const text of texts) assert.ok(out.includes(text), text);
});

test('a hostile name of a file stays text', async (context) => {
  const name = '<img src=x onerror=alert(1)>&.jsonl';
  const folder = await folderWith(context, { [name]: '{"problem":"</style><script>x</script>"}\n' });
  const { out } = await runCli('render', path.join(folder, name), '--row', '1');
  assertWhole(out, name);
});

test('a blank row and a row that is no object are documents too', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":"x"}\n\n[1]\nnull' });
  for (const row of ['2', '3', '4']) {
    const { code, out } = await runCli('render', path.join(folder, 'a.jsonl'), '--row', row);
    assert.equal(code, 0);
    assertWhole(out, row);
  }
});
