import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inOneLine } from '../../../src/core/row/one-line';

test('line breaks between values go with their indentation; after a comma a space stays', () => {
  const typed = '{\n  "a": 1,\r\n\t"b": [\n    2,   3\n  ]\n}\n';
  assert.equal(inOneLine(typed), '{"a": 1, "b": [2,   3]}');
});

test('what stands in one line keeps every character', () => {
  for (const json of ['{ "a" :1 , "b":2}', '  5 ', '"a \\n b"', '{"a":"\\\\","b":"\\""}'])
    assert.equal(inOneLine(json), json);
});

test('the text of strings is left alone', () => {
  assert.equal(inOneLine('["a, \\" b\\\\",\n "\\\\\\"\u2028,  x"]'), '["a, \\" b\\\\", "\\\\\\"\u2028,  x"]');
});

test('any JSON over several lines has the same value in one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('\n', '\r\n', '\r'), (value, breakAs) => {
      const typed = JSON.stringify(value, null, 2).replaceAll('\n', breakAs);
      const joined = inOneLine(typed);
      assert.doesNotMatch(joined, /[\r\n]/);
      assert.deepEqual(JSON.parse(joined), JSON.parse(typed));
    }),
  );
});
