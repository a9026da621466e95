import fc from 'fast-check';
import { DatasetTally } from '../../../src/core/column/dataset-tally';
import { FastRows } from '../../../src/core/column/fast-rows';
import { countRowsPlainly } from '../../../src/core/column/plain-rows';
import type { DatasetStatistics } from '../../../src/core/column/statistics';

/** Characters as JSON may spell them: plain, escaped in two ways, alone or in pairs. */
const spelt = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', ' ', '7', '{', '}', '[', ']', ':', ',', '$x_1$') },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\\\\', '\\"', '\\n', '\\/', '\\\\frac', '\\t', '\\b', '\\f', '\\r'),
  },
  { weight: 2, arbitrary: fc.constantFrom('é', '求', '😀', '\u2028', '\u007f') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '\\u0061',
      '\\u00e9',
      '\\u6C42',
      '\\ud83d\\ude00',
      '\\ud83d',
      '\\ude00',
      '\\u0000',
      '\\u001F',
    ),
  },
);
const text = fc.oneof(
  fc.array(spelt, { maxLength: 6 }).map((parts) => parts.join('')),
  fc.array(spelt, { minLength: 10, maxLength: 90 }).map((parts) => parts.join('')),
);
const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(
    '0',
    '-0',
    '-0.0',
    '1.50',
    '1e5',
    '1E-7',
    '-2.5e+10',
    '0.1',
    '123456789012345678901234567890',
    '1e999',
  ),
);
const space = fc.constantFrom('', '', '', ' ', '\t', '  ', '\r');

/** A value as text. */
const value: fc.Arbitrary<string> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    text.map((inside) => `"${inside}"`),
    number,
    fc.constantFrom('true', 'false', 'null', '{}', '[]', '[ ]', '{ }'),
    fc
      .tuple(space, fc.array(tie('value'), { maxLength: 5 }))
      .map(([gap, values]) => `[${gap}${values.join(`${gap},`)}${gap}]`),
    objectOf(tie('value') as fc.Arbitrary<string>),
  ),
})).value;

function objectOf(values: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const key = fc.oneof(
    fc.constantFrom('a', 'b', 'problem', 'meta', '', '__proto__', '\\u0061', 'a very long key indeed'),
    text,
  );
  return fc
    .tuple(space, fc.array(fc.tuple(key, values), { maxLength: 5 }))
    .map(
      ([gap, members]) =>
        `{${gap}${members.map(([k, v]) => `"${k}"${gap}:${gap}${v}`).join(`${gap},${gap}`)}${gap}}`,
    );
}

/** A row as text: most often an object, now and then one that is cut short, of another kind, blank, or no JSON at all. */
export const rowText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: objectOf(value) },
  { weight: 1, arbitrary: fc.tuple(objectOf(value), fc.nat(60)).map(([row, at]) => row.slice(0, at)) },
  { weight: 1, arbitrary: value },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      '\r',
      'no JSON',
      '{"a":1,}',
      '{"a" 1}',
      '{"a":01}',
      '{"a":.5}',
      '{"a":tru}',
      '{"a":[1,]}',
      '{"a":1}}',
      '{"a":"\t"}',
      '{"a":"\\x"}',
      '{a:1}',
      '{"a":[}',
    ),
  },
);

/** The statistics of whole rows, counted by their bytes and by parsing. */
export function countedBothWays(rows: Uint8Array): { fast: DatasetStatistics; plain: DatasetStatistics } {
  const fast = new FastRows();
  fast.count(rows);
  const plain = new DatasetTally();
  countRowsPlainly(rows, plain);
  return { fast: inOrder(fast.tally), plain: inOrder(plain) };
}

/** Parsing puts keys that are numbers first. */
function inOrder(tally: DatasetTally): DatasetStatistics {
  const statistics = tally.result();
  return { ...statistics, columns: statistics.columns.toSorted((a, b) => (a.field < b.field ? -1 : 1)) };
}
