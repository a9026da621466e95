import fc from 'fast-check';
import type { OpenFile } from '../../../src/core/dataset/file-store';
import { walkRows } from '../../../src/core/dataset/row-reader';
import { QueriedRow } from '../../../src/core/query/queried-row';
import type { Query } from '../../../src/core/query/query';
import { compileQuery } from '../../../src/core/query/row-test';
import { noFacts } from '../../../src/core/query/state-facts';
import type { StateFacts } from '../../../src/core/query/state-facts';
import { profileNamed } from '../profile/profiles';
import { someText } from './queries';

export const profile = profileNamed('math');

/** How a writer of JSON spells the texts. */
type Spelling = (text: string) => string;

const unicode = (sign: string, upper: boolean) => {
  const hex = sign.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${upper ? hex.toUpperCase() : hex}`;
};
const SPELLINGS: Spelling[] = [
  (json) => json,
  (json) => json.replace(/[^ -~]/g, (sign) => unicode(sign, false)),
  (json) => json.replace(/[^ -~]/g, (sign) => unicode(sign, true)),
  (json) => json.replaceAll('/', '\\/'),
  (json) => json.replace(/(?<!\\)[a-zé求\ud800-\udfff]/g, (sign) => unicode(sign, true)),
  (json) => json.replace(/(?<![\\u0-9a-f])[fK](?!\w)/g, (sign) => unicode(sign, false)),
];

const value = fc.oneof(someText, fc.constantFrom(5, 3, -0.5, 1e21, true, null), fc.constant('Level 4'));
const row = fc.record(
  {
    note: value,
    level: value,
    problem: value,
    solution: value,
    answer: value,
    unique_id: fc.constantFrom('a1', 'a2', 'b1'),
    deep: fc.record({ list: fc.array(fc.record({ t: value }), { maxLength: 3 }) }),
  },
  { requiredKeys: [] },
);

const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(row, fc.constantFrom(...SPELLINGS))
      .map(([made, spelled]) => Buffer.from(spellTexts(made, spelled))),
  },
  {
    weight: 1,
    arbitrary: row.map((made) => Buffer.from(JSON.stringify(made, null, 1).replaceAll('\n', ' '))),
  },
  { weight: 1, arbitrary: row.map((made) => Buffer.from(JSON.stringify(made).slice(0, -2))) },
  { weight: 1, arbitrary: someText.map((text) => Buffer.from(text.replaceAll('\n', ''))) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('', ' ', '7', '"frac"', '["\\\\frac{1}"]', '[[[["é"]]]]')
      .map((text) => Buffer.from(text)),
  },
  {
    weight: 1,
    arbitrary: fc.constant(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x22, 0xe6, 0xb1, 0x22, 0x7d])),
  },
);

function spellTexts(made: unknown, spelled: Spelling): string {
  return JSON.stringify(made).replace(/"(?:[^"\\]|\\.)*"/g, (text) => spelled(text));
}

/** The bytes of a dataset in any spelling, with broken rows and blank ones. */
export const datasets: fc.Arbitrary<Buffer> = fc
  .record({
    lines: fc.array(line, { maxLength: 12 }),
    mark: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n'),
    ended: fc.boolean(),
  })
  .map(({ lines, mark, end, ended }) => {
    const parts = lines.flatMap((bytes, at) => (at === 0 ? [bytes] : [Buffer.from(end), bytes]));
    return Buffer.concat([Buffer.from(mark ? '\ufeff' : ''), ...parts, Buffer.from(ended ? end : '')]);
  });

export function memoryFile(bytes: Buffer): OpenFile {
  return {
    read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    close: () => Promise.resolve(),
  };
}

export function queriedRow(text: string, facts: StateFacts = noFacts, number = 0): QueriedRow {
  const bytes = Buffer.from(text);
  return new QueriedRow({ number, bytes, size: bytes.length }, profile, facts);
}

/** The rows that fit, by reading every row and asking the test. */
export async function plainSearch(bytes: Buffer, query: Query, facts: StateFacts): Promise<number[]> {
  const test = compileQuery(query, profile, 'me');
  const hits: number[] = [];
  for await (const raw of walkRows(memoryFile(bytes))) {
    if (test(new QueriedRow(raw, profile, facts))) hits.push(raw.number);
  }
  return hits;
}
