import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MORE, megabytes, PART, partAt, partsOf, textOfPart } from '../../../webview/reading/long-row';

/** The row part by part, as the page asks for it. */
function inParts(bytes: Uint8Array, length: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += length)
    parts.push(textOfPart(bytes.subarray(from, from + length + MORE), from === 0, length));
  return parts;
}

test('the parts of a row are its text, wherever they are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 4, max: 20 }), (text, length) => {
      const bytes = new TextEncoder().encode(text);
      assert.equal(
        inParts(bytes, length).join(''),
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
      );
    }),
  );
});

test('bytes that are no text lose nothing but themselves', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      for (const part of inParts(bytes, 5)) assert.ok(part.length <= 5 + MORE);
    }),
  );
});

test('a place in per cent is a part of the row', () => {
  const size = 10 * PART;
  for (const [typed, part] of [
    ['0', 0],
    ['50', 5],
    [' 12.5 % ', 1],
    ['100%', 9],
    ['101', null],
    ['-1', null],
    ['half', null],
    ['', null],
  ] as const)
    assert.equal(partAt(typed, size), part, typed);
});

test('a row has as many parts as it takes', () => {
  assert.deepEqual([1, PART, PART + 1].map(partsOf), [1, 1, 2]);
  assert.equal(megabytes(123_400_000), '123.4');
  assert.equal(megabytes(16_000_000), '16.0');
});
