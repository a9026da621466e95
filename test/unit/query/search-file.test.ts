import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { identityRule } from '../../../src/core/profile/profile-identity';
import { searchFile } from '../../../src/core/query/search-file';
import type { Query } from '../../../src/core/query/query';
import { noFacts } from '../../../src/core/query/state-facts';
import type { StateFacts } from '../../../src/core/query/state-facts';
import { isRepeated } from '../../../src/core/queue/queue-share';
import { keyOf } from '../../../src/core/row/key';
import { query, queryLines } from './queries';
import { datasets, memoryFile, plainSearch, profile } from './rows';

async function search(bytes: Buffer, asked: Query, facts: StateFacts = noFacts) {
  const hits: number[] = [];
  let searched = { rows: 0, bytes: 0 };
  for await (const part of searchFile(memoryFile(bytes), { query: asked, profile, facts, annotator: 'me' })) {
    hits.push(...part.hits);
    searched = { rows: part.rows, bytes: part.bytes };
  }
  return { hits, ...searched };
}

const facts: StateFacts = {
  queues: new Map(),
  decisions: new Map([
    ['id:a1', [{ what: 'label', value: 'bad', by: 'me' }]],
    ['id:b1', [{ what: 'flag', value: 'open', by: 'anna' }]],
  ]),
  findings: new Map([[2, ['json/syntax']]]),
};

test('the search finds what reading every row finds, however the texts are spelled', async () => {
  await fc.assert(
    fc.asyncProperty(datasets, queryLines, async (bytes, line) => {
      const asked = query(line);
      const { hits } = await search(bytes, asked, facts);
      assert.deepEqual(hits, await plainSearch(bytes, asked, facts), line);
    }),
    { numRuns: 1000 },
  );
});

test('a plain text is found in every spelling that JSON has for it', async () => {
  const spellings = [
    '{"a":"\\\\frac 求/é𝔽"}',
    '{"a":"\\\\frac \\u6c42\\/\\u00e9\\ud835\\udd3d"}',
    '{"a":"\\u005cfrac \\u6C42\\u002f\\u00E9\\uD835\\uDD3D"}',
    '{"a":"\\\\\\u0066rac\\u0020求\\u002Fé𝔽"}',
  ];
  const bytes = Buffer.from(spellings.join('\n'));
  for (const line of ['\\frac', 'FRAC', '求', 'É', '𝔽', '"求/É"', '"\\frac 求"', '/c 求.é/']) {
    const { hits } = await search(bytes, query(line));
    assert.deepEqual(hits, [0, 1, 2, 3], line);
  }
});

test('rows are numbered over the blocks of a large file, and the last one needs no line feed', async () => {
  const rows = 160_000; // some blocks of them
  const lines = Array.from({ length: rows }, (_, row) => {
    const text = row % 997 === 0 ? 'Needle' : row % 1999 === 0 ? 'n\\u0065edle' : 'hay'.repeat(row % 40);
    return `{"t":"${text}","n":${row}}`;
  });
  const bytes = Buffer.from(lines.join('\r\n'));
  const expected = lines.flatMap((line, row) => (/needle|n\\u0065/i.test(line) ? [row] : []));
  for (const line of ['needle', 't:needle', 'needle or n:=-1', '/[Nn]eedle/']) {
    const found = await search(bytes, query(line));
    assert.deepEqual(found, { hits: expected, rows, bytes: bytes.length }, line);
  }
  const some = await search(bytes, query('row:19..2000 needle'));
  assert.deepEqual(some.hits, [997, 1994, 1999]);
  assert.ok(some.bytes < bytes.length, 'the search ends where no further row can fit');
});

test('a row too long to be read whole is searched as text as far as it is read', async () => {
  const long = `{"t":"start ${'x'.repeat(17 * 1024 * 1024)} finish"}`;
  const bytes = Buffer.from(`{"t":"start"}\n${long}\n{"t":"finish"}\n`);
  for (const [line, hits] of [
    ['start', [0, 1]],
    ['t:start', [0]],
    ['finish', [2]],
    ['not finish', [0, 1]],
  ] as const) {
    assert.deepEqual((await search(bytes, query(line))).hits, hits, line);
  }
});

test('numbers are found however they are written, and signs that fold into others', async () => {
  const bytes = Buffer.from(
    [
      '{"level":5}',
      '{"level":5.0e0}',
      '{"level":"50e-1"}',
      '{"level":0.05E+2,"answer":1e3}',
      '{"n":"ſ K"}',
    ].join('\n'),
  );
  for (const [line, hits] of [
    ['level:5', [0, 1, 2, 3]],
    ['level:=5', [0, 1, 3]],
    ['level:5..5', [0, 1, 2, 3]],
    ['answer:1000', [3]],
    ['answer:/^10+$/', [3]],
    ['/s k/iu', [4]],
    ['/s k/i', []],
    ['"s k"', []],
  ] as const) {
    assert.deepEqual((await search(bytes, query(line))).hits, hits, line);
  }
});

test('in one’s own share of a team’s queue the search tells which rows come twice, and by which key', async () => {
  const bytes = Buffer.from(Array.from({ length: 200 }, (_, at) => `{"id":"k${at}"}\n`).join(''));
  const pass = {
    ...{ name: 'pass', query: '', annotators: ['me'] as [string], overlap: 1, sample: 1 },
    ...{ repeats: 0.2, goldKeys: new Set<string>() },
  };
  const inPass: StateFacts = { ...noFacts, queues: new Map([['pass', pass]]) };
  const repeatsOf = async (line: string) => {
    const found: [number, string][] = [];
    const asked = { query: query(line), profile, facts: inPass, annotator: 'me' };
    for await (const { repeats } of searchFile(memoryFile(bytes), asked)) found.push(...repeats);
    return found;
  };
  const twice = await repeatsOf('queue:pass');
  assert.deepEqual(
    twice.map(([row]) => row),
    Array.from({ length: 200 }, (_, row) => row).filter((row) => isRepeated(pass, keyAt(row), 'me')),
  );
  assert.ok(twice.length > 20 && twice.every(([row, key]) => key === keyAt(row)));
  assert.deepEqual(
    await repeatsOf('row:1..50 queue:pass'),
    twice.filter(([row]) => row < 50),
  );
  for (const other of ['queue(any):pass', 'not queue:pass', 'queue:pass or row:1', 'row:1..50'])
    assert.deepEqual(await repeatsOf(other), [], other);

  function keyAt(row: number): string {
    return keyOf(Buffer.from(`{"id":"k${row}"}`), { id: `k${row}` }, identityRule(profile));
  }
});
