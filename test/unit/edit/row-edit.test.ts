import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json, JsonPath } from '../../../src/core/row/json';
import { valueAt } from '../../../src/core/row/json';
import {
  addField,
  removeField,
  renameField,
  replaceRow,
  setJson,
  setValue,
} from '../../../src/core/edit/row-edit';
import { RowEditRefusal } from '../../../src/core/edit/row-edit-refusal';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string) => Buffer.from(text);
const set = (row: string, path: JsonPath, value: Json) => String(setValue(bytesOf(row), path, value));
const refusal = (reason: string) => (error: unknown) =>
  error instanceof RowEditRefusal && error.reason === reason;

test('only the value changes', () => {
  const cases: [row: string, path: JsonPath, value: Json, after: string][] = [
    ['{"a":1,"b":2}', ['a'], 3, '{"a":3,"b":2}'],
    ['{ "a" : 1.0 , "b":1e5 }', ['b'], 2, '{ "a" : 1.0 , "b":2 }'],
    ['{"id": 12345678901234567890, "t": "x"}', ['t'], 'y', '{"id": 12345678901234567890, "t": "y"}'],
    ['{"a":[1.0,2.50,3]}', ['a', 1], 7, '{"a":[1.0,7,3]}'],
    ['[{"a":"x"}]', [0, 'a'], 'y', '[{"a":"y"}]'],
    ['"x"', [], 'y', '"y"'],
    ['{"a":"b"}', ['a'], { x: [1, 'q'], y: null }, '{"a":{"x":[1,"q"],"y":null}}'],
    ['{"a": "b", "c": 1}', ['a'], { x: [1, 'q'], y: null }, '{"a": {"x": [1, "q"], "y": null}, "c": 1}'],
    ['{"\\u0061":1}', ['a'], 2, '{"\\u0061":2}'],
    ['{"a":""}', ['a'], 'x', '{"a":"x"}'],
    ['{"a":"x"}', ['a'], '', '{"a":""}'],
    ['{"__proto__":1}', ['__proto__'], 2, '{"__proto__":2}'],
  ];
  for (const [row, path, value, after] of cases) assert.equal(set(row, path, value), after);
});

test('a list or object of the same shape changes only where it differs', () => {
  assert.equal(set('{"a":[1.0, 2e0,"\\u0041"]}', ['a'], [1, 3, 'A']), '{"a":[1.0, 3,"\\u0041"]}');
  assert.equal(set('{"2":1.0, "1" :5}', [], { 1: 6, 2: 1 }), '{"2":1.0, "1" :6}');
  assert.equal(set('{"a":[1.0,2.0]}', ['a'], [1]), '{"a":[1]}');
});

test('a value in the row’s own way of writing', () => {
  const cases: [row: string, value: string, after: string][] = [
    ['{"a":"\\u00e9","b":"?"}', '√é𝔸', '{"a":"\\u00e9","b":"\\u221a\\u00e9\\ud835\\udd38"}'],
    ['{"a":"\\u00E9","b":"?"}', '\u2028é', '{"a":"\\u00E9","b":"\\u2028\\u00E9"}'],
    ['{"a":"é","b":"?"}', '√', '{"a":"é","b":"√"}'],
    ['{"a":"e","b":"?"}', '√', '{"a":"e","b":"√"}'],
    ['{"a":"http:\\/\\/x","b":"?"}', 'a/b', '{"a":"http:\\/\\/x","b":"a\\/b"}'],
    ['{"a":"http://x","b":"?"}', 'a/b', '{"a":"http://x","b":"a/b"}'],
    ['{"a":"\\u003cp\\u003e","b":"?"}', '<i>', '{"a":"\\u003cp\\u003e","b":"\\u003ci\\u003e"}'],
    ['{"a":"\\u003cp<","b":"?"}', '<i>', '{"a":"\\u003cp<","b":"<i>"}'],
    ['{"a":"\\u0022","b":"?"}', '"', '{"a":"\\u0022","b":"\\u0022"}'],
    ['{"a":"x","b":"?"}', '\\frac"\n\u0001\t', '{"a":"x","b":"\\\\frac\\"\\n\\u0001\\t"}'],
    ['{"a":"x","b":"?"}', '\ud800', '{"a":"x","b":"\\ud800"}'],
  ];
  for (const [row, value, after] of cases) assert.equal(set(row, ['b'], value), after);
});

test('within a text, what stays keeps its bytes: odd escapes, broken UTF-8, lone surrogates', () => {
  assert.equal(set('{"a":"\\u0041 \\u00e9 é one"}', ['a'], 'A é é two'), '{"a":"\\u0041 \\u00e9 é two"}');
  assert.equal(set('{"a":"x\\ud800y"}', ['a'], 'x\ud800z'), '{"a":"x\\ud800z"}');
  const row = Buffer.from('{"a":"\xff one \xe2\x82","b":"\xfe"}', 'latin1');
  const after = setValue(row, ['a'], '\ufffd two \ufffd');
  assert.equal(latin1(after), '{"a":"\xff two \xe2\x82","b":"\xfe"}');
});

test('the value that is there already gives the very same bytes', () => {
  for (const text of ['{"a":1.0,"b":"\\u0041"}', '{"a":1e0,"b":"A" }', '{"b":"A","a":1}']) {
    const row = bytesOf(text);
    assert.equal(setValue(row, ['a'], 1), row);
    assert.equal(setValue(row, ['b'], 'A'), row);
    assert.equal(setValue(row, [], { a: 1, b: 'A' }), row);
  }
  const row = bytesOf('{"a": 1}');
  assert.equal(setJson(row, ['a'], '1'), row);
  assert.equal(replaceRow(row, '{"a": 1}'), row);
});

test('JSON as typed keeps the spelling of its numbers', () => {
  const row = bytesOf('{"a": 1}');
  assert.equal(String(setJson(row, ['a'], ' 12345678901234567891 ')), '{"a": 12345678901234567891}');
  assert.throws(() => setJson(row, ['a'], '1,'), refusal('not-json'));
  assert.throws(() => setJson(row, ['a'], '[\n1]'), refusal('line-break'));
});

test('fields are added, removed and renamed in the spacing of the row', () => {
  const add = (row: string, path: JsonPath, value: Json) => String(addField(bytesOf(row), path, value));
  assert.equal(add('{"a": 1, "b": 2}', ['c'], 'x'), '{"a": 1, "b": 2, "c": "x"}');
  assert.equal(add('{"a":1,"b":2}', ['c'], ['x']), '{"a":1,"b":2,"c":["x"]}');
  assert.equal(add('{ "a": 1 }', ['b'], 2), '{ "a": 1, "b": 2 }');
  assert.equal(add('{}', ['b'], 2), '{"b": 2}');
  assert.equal(add('{"l":[1,2]}', ['l', 2], 3), '{"l":[1,2,3]}');
  const remove = (row: string, path: JsonPath) => String(removeField(bytesOf(row), path));
  assert.equal(remove('{"a": 1, "b": 2, "c": 3}', ['a']), '{"b": 2, "c": 3}');
  assert.equal(remove('{"a": 1, "b": 2, "c": 3}', ['b']), '{"a": 1, "c": 3}');
  assert.equal(remove('{"a": 1, "b": 2, "c": 3}', ['c']), '{"a": 1, "b": 2}');
  assert.equal(remove('{ "a": 1 }', ['a']), '{  }');
  assert.equal(remove('[1,[2, 3]]', [1, 0]), '[1,[3]]');
  const rename = (row: string, path: JsonPath, to: string) => String(renameField(bytesOf(row), path, to));
  assert.equal(rename('{"a" :1,"é":2}', ['a'], 'ü'), '{"ü" :1,"é":2}');
  assert.equal(rename('{"a" :1,"b":"\\u00e9"}', ['a'], 'ü'), '{"\\u00fc" :1,"b":"\\u00e9"}');
});

test('what cannot be done without guessing is refused', () => {
  const twice = bytesOf('{"a":{"b":1,"\\u0062":2},"c":3}');
  assert.throws(() => setValue(twice, ['a', 'b'], 5), refusal('duplicate-key'));
  assert.equal(String(setValue(twice, ['c'], 4)), '{"a":{"b":1,"\\u0062":2},"c":4}');
  const row = bytesOf('{"a":[1],"b":2}');
  assert.throws(() => setValue(bytesOf('{"a":'), ['a'], 5), refusal('not-json'));
  assert.throws(() => setValue(row, ['x'], 5), refusal('no-such-field'));
  assert.throws(() => setValue(row, ['a', 'x'], 5), refusal('no-such-field'));
  assert.throws(() => setValue(row, ['a', 1], 5), refusal('no-such-field'));
  assert.throws(() => setValue(row, ['b'], NaN), refusal('not-json'));
  assert.throws(() => addField(row, ['a'], 1), refusal('already-there'));
  assert.throws(() => addField(row, ['b', 'c'], 1), refusal('no-such-field'));
  assert.throws(() => addField(row, ['a', 5], 1), refusal('no-such-field'));
  assert.throws(() => renameField(row, ['a'], 'b'), refusal('already-there'));
  assert.throws(() => removeField(row, []), refusal('no-such-field'));
  assert.throws(() => replaceRow(row, '{\n}'), refusal('line-break'));
  let deep: Json = 1;
  for (let depth = 0; depth < 50_000; depth++) deep = [deep];
  assert.throws(() => setValue(row, ['b'], deep), refusal('too-deep'));
});

test('a row nested deeper than a recursive parser can go is edited all the same', () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  assert.equal(set(`{"deep":${deep},"a":1}`, ['a'], 2), `{"deep":${deep},"a":2}`);
});

const json = fc.jsonValue().map((value): Json => JSON.parse(JSON.stringify(value)));

test('whatever is set is read back, and everything around it keeps its bytes', () => {
  const spacing = fc.constantFrom('', ' ', '  ', '\t');
  fc.assert(
    fc.property(json, fc.string({ unit: 'binary' }), json, spacing, (before, key, after, space) => {
      const head = `{"first":"\xff\\u00e9",${JSON.stringify(`_${key}`)}${space}:${space}`;
      const tail = `${space},"last":[1.0,"\xfe"]}`;
      const row = Buffer.concat([raw(head), bytesOf(JSON.stringify(before)), raw(tail)]);
      const result = Buffer.from(setValue(row, [`_${key}`], after));
      assert.deepEqual(valueAt(JSON.parse(result.toString()), [`_${key}`]), plain(after));
      assert.equal(latin1(result.subarray(0, raw(head).length)), latin1(raw(head)));
      assert.equal(latin1(result.subarray(result.length - raw(tail).length)), latin1(raw(tail)));
    }),
    { numRuns: 500 },
  );
});

/** Text whose characters 0xFE and 0xFF stand for those bytes, which UTF-8 never has. */
function raw(text: string): Buffer {
  const bytesOfOne = (char: string) =>
    /[\xfe\xff]/.test(char) ? Buffer.from(char, 'latin1') : bytesOf(char);
  return Buffer.concat(Array.from(text, bytesOfOne));
}

function plain(value: Json): Json {
  return JSON.parse(JSON.stringify(value));
}

test('a field added and removed again gives the bytes from before', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), json, (fields, value) => {
      const row = bytesOf(JSON.stringify(fields));
      const more = addField(row, ['another field'], value);
      assert.deepEqual(Buffer.from(removeField(more, ['another field'])), row);
    }),
  );
});

test('what an edit of a text leaves alone keeps its bytes, whatever stands around it', () => {
  const piece = fc.constantFrom('a', 'é', '𝔸', '\\u0061', '\\ud835\\udd38', '\\n', '\\/', '\\\\', '\\ud800');
  fc.assert(
    fc.property(
      fc.array(piece),
      fc.array(piece),
      fc.array(piece),
      fc.array(piece),
      (head, old, put, tail) => {
        const row = (middle: string[]) => `{"t":"${[...head, ...middle, ...tail].join('')}"}`;
        const { t } = JSON.parse(row(put)) as { t: string };
        const after = set(row(old), ['t'], t);
        assert.equal((JSON.parse(after) as { t: string }).t, t);
        const kept = head.join('').replace(/(?:\\ud800|\\ud835)$/, ''); // may be one character with what follows
        if (old.length > 0) assert.ok(after.startsWith(`{"t":"${kept}`), after);
      },
    ),
    { numRuns: 500 },
  );
});

test('one word of a text of megabytes is changed', () => {
  const long = 'x\\u0078é'.repeat(500_000);
  const before = `{"t":"${long} one ${long}"}`;
  const { t } = JSON.parse(before) as { t: string };
  assert.ok(set(before, ['t'], t.replace('one', 'two')) === `{"t":"${long} two ${long}"}`);
});
