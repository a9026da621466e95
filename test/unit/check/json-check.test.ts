import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typesetFault } from '../../../src/core/maths/typeset-fault';
import { jsonCheck } from '../../../src/core/check/json-check';
import { genericProfile } from '../../../src/core/profile/shipped';
import { decodeRow, parseRow } from '../../../src/core/row/parse';
import { inShort, rawRow } from './rows';

/** The row, and its findings in short. */
const ROWS: [string | Uint8Array, string[]][] = [
  ['{}', []],
  ['{"a":1e999}', []],
  ['', []],
  ['   ', []],
  ['[1,2,3]', ['1 json/object error [1,2,3]']],
  ['null', ['1 json/object error null']],
  ['"x"', ['1 json/object error "x"']],
  ['{"a":1,}', ['1 json/syntax error }']],
  ['{"a":NaN}', ['1 json/syntax error NaN']],
  ['{"a":1} {"b":2}', ['1 json/syntax error {']],
  ['{"a":"x', ['1 json/syntax error "x']],
  [Buffer.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]), ['1 json/utf-8 warning ']],
  [Buffer.from([0x7b, 0xff]), ['1 json/utf-8 warning ', '1 json/syntax error \ufffd']],
];

for (const [content, expected] of ROWS) {
  const text = decodeRow(Buffer.from(content));
  test(`the JSON check of ${JSON.stringify(text)}`, () => {
    const row = { ...rawRow(0, content), parsed: parseRow(text), reading: () => null };
    const findings = jsonCheck.start(genericProfile, undefined, typesetFault).row(row);
    assert.deepEqual(
      findings.map((finding) => inShort(finding, [text])),
      expected,
    );
    for (const { check, message, path } of findings) {
      assert.deepEqual([check, path], ['json', []]);
      assert.ok(message.length > 10);
    }
  });
}

test('evidence is a short piece of the row around the fault', () => {
  const text = `{"a":"${'x'.repeat(500)}","b":1,}`;
  const [finding] = jsonCheck
    .start(genericProfile, undefined, typesetFault)
    .row({ ...rawRow(0, text), parsed: parseRow(text), reading: () => null });
  assert.ok(finding && finding.evidence.length <= 40 && finding.evidence.endsWith('"b":1,}'));
});
