import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { decodeRow, parseRow } from '../../../src/core/row/parse';
import { dataFolder } from '../real-data';

/** The text, the place where the fault is pointed at, and the words for it. */
const FAULTS: [string, string, RegExp][] = [
  ['{"a":1,}', '}', /a key in double quotes is expected/],
  ['[1,2,]', ']', /a value is expected/],
  ['{"a" 1}', '1', /a colon is expected/],
  ['{"a":1 "b":2}', '"b"', /a comma is expected/],
  ['{"a":1', '1', /\} is missing/],
  ['{"a":[1', '1', /\] is missing/],
  ['{"a":1} 5', '5', /something follows the end/],
  ['{"a":1}{"b":2}', '{', /something follows the end/],
  ['{"a":NaN}', 'NaN', /not a JSON value/],
  ["{'a':1}", "'a'", /not a JSON value|a key in double quotes/],
  ['{"a":1 /* no */}', '/* no */', /no comments/],
  ['{"a":"x', '"x', /text is not closed/],
  ['{"a":"\\frac{1}{2} and \\sqrt{2}"}', '"\\frac{1}{2} and \\sqrt{2}"', /a backslash must be written/],
  ['{"a":"\\u12"}', '"\\u12"', /four hex digits/],
  ['{"a":"x\ty"}', '"x\ty"', /control character/],
  ['{"a":1.}', '1.', /number/],
];

for (const [text, place, message] of FAULTS) {
  test(`names the fault of ${JSON.stringify(text)}, and its place`, () => {
    const row = parseRow(text);
    assert.ok(row.kind === 'broken');
    assert.match(row.error.message, message);
    const { offset, length } = row.error;
    assert.equal(text.slice(offset, offset + length), place);
  });
}

test('a value is what JSON.parse gives, and its text stays as it was', () => {
  for (const text of ['{"a":[1,null,"\\u0041"]}', ' [1] ', '7', '"x"', 'null', '{"a":"x\u2028y\u2029"}']) {
    assert.deepEqual(parseRow(text), { kind: 'value', text, value: JSON.parse(text) });
  }
});

test('a blank line is neither a value nor broken', () => {
  for (const text of ['', ' ', '\t', '  \r', '\n']) assert.deepEqual(parseRow(text), { kind: 'blank', text });
});

test('keys like __proto__ are data', () => {
  const row = parseRow('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  assert.ok(row.kind === 'value');
  assert.deepEqual(Object.keys(row.value as object), ['__proto__', 'constructor']);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

test('100,000 brackets do not break the parser', () => {
  for (const text of [
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '['.repeat(100_000),
    '{"a":'.repeat(100_000),
    `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},}`,
  ]) {
    const row = parseRow(text);
    if (row.kind === 'broken') {
      assert.notEqual(row.error.message, '');
      assert.ok(row.error.length >= 1 && row.error.offset < text.length);
    } else assert.equal(row.kind, 'value');
  }
});

test('bytes that are no UTF-8 become replacement signs, and a byte order mark stays a sign', () => {
  assert.equal(decodeRow(Buffer.from([0x22, 0xff, 0x22])), '"\ufffd"');
  assert.equal(decodeRow(Buffer.from('\ufeffx')), '\ufeffx');
});

const folder = dataFolder();
const suite = folder === undefined ? undefined : path.join(folder, 'JSONTestSuite');
if (suite !== undefined && existsSync(suite)) {
  for (const name of ['test_parsing', 'test_transform']) {
    const cases = readdirSync(path.join(suite, name)).filter((file) => file.endsWith('.json'));
    test(`JSONTestSuite: ${cases.length} cases of ${name}`, () => {
      assert.equal(cases.length, name === 'test_parsing' ? 318 : 22);
      for (const file of cases) assertCase(file, readFileSync(path.join(suite, name, file)));
    });
  }
}

/** y_ must be read, n_ must not, all others either; and a fault lies within the text. */
function assertCase(file: string, bytes: Buffer): void {
  const row = parseRow(decodeRow(bytes));
  if (file.startsWith('y_')) assert.equal(row.kind, 'value', file);
  if (file.startsWith('n_')) assert.notEqual(row.kind, 'value', file);
  if (row.kind !== 'broken') return;
  assert.ok(row.error.message !== '' && row.error.offset >= 0 && row.error.length >= 1, file);
  assert.ok(row.error.offset < row.text.length, file);
}
