import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CheckSettings } from '../../../src/core/check/check-settings';
import type { FoundRow } from '../../../src/core/check/found-rows';
import type { Profile } from '../../../src/core/profile/profile';
import type { CheckReport } from '../../../src/protocol/check-worker';
import { CHEAP_FIRST, runCheckThread } from '../../../src/workers/check-client';
import type { CheckShare } from '../../../src/workers/check-client';
import { RowChecks } from '../../../src/workers/row-checks';
import { profileNamed } from '../profile/profiles';
import { dataFolder, jsonlFiles } from '../real-data';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'check-worker.js');
const profile = profileNamed('math');

async function reportsOn(file: string, share?: CheckShare, checked = profile): Promise<CheckReport[]> {
  const reports: CheckReport[] = [];
  const take = (report: CheckReport) => void reports.push(report);
  const request = { file, profile: checked };
  await runCheckThread(SCRIPT, request, new AbortController().signal, take, share ? { share } : {});
  return reports;
}

const findingsIn = (reports: CheckReport[]) =>
  reports.flatMap((report) => (report.kind === 'progress' ? report.findings : []));

test('the findings of a file come with progress, and then the end', async () => {
  const reports = await reportsOn(path.resolve('media', 'sample', 'math.jsonl'));
  assert.deepEqual(
    findingsIn(reports).map(({ row, rule }) => `${row + 1} ${rule}`),
    ['7 json/syntax', '9 formula/picture', '13 schema/invalid-format', '18 schema/missing'],
  );
  const last = reports.at(-1);
  assert.ok(last?.kind === 'done' && last.rows === 23);
  assert.deepEqual(reports.at(-2), { kind: 'keys', duplicateKeys: [] });
  const kinds = reports.map(({ kind }) => kind);
  assert.ok(kinds.length >= 3 && kinds.slice(0, -2).every((kind) => kind === 'progress'));
});

test('rows and bytes grow to the whole of the file, and no finding is lost between batches', async (context) => {
  const rows = 3000;
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":1}\n'.repeat(rows) });
  const reports = await reportsOn(path.join(folder, 'a.jsonl'));
  const progress = reports.flatMap((report) => (report.kind === 'progress' ? [report] : []));
  assert.ok(progress.length > 2);
  for (const [at, { rows: now, bytes }] of progress.entries()) {
    assert.ok(now >= (progress[at - 1]?.rows ?? 0));
    assert.equal(bytes, now * 14);
  }
  assert.equal(progress.at(-1)?.rows, rows);
  const numbers = new Set(findingsIn(reports).map(({ row }) => row));
  assert.equal(numbers.size, rows);
});

test('keys that several rows have are told', async (context) => {
  const row = (id: string | null, problem: string) =>
    JSON.stringify({ unique_id: id, problem, solution: 's' });
  const lines = [row('a', 'x'), row('b', 'x'), row('a', 'y'), row(null, 'z'), row(null, 'z'), row('a', 'x')];
  const folder = await folderWith(context, { 'a.jsonl': lines.join('\n') });
  const { rows, keys } = outcome(await reportsOn(path.join(folder, 'a.jsonl')));
  assert.equal(rows, 6);
  assert.equal(keys.length, 2);
  assert.ok(keys.includes('id:a'));
});

/** Rows with these ids, a byte more or less each. */
const withIds = (ids: unknown[]) =>
  ids.map((id, at) => JSON.stringify({ id, note: 'n'.repeat(at % 3) })).join('\n');

async function repeatedIn(file: string, share?: CheckShare) {
  const findings = findingsIn(await reportsOn(file, share, profileNamed('generic')));
  const repeated = findings.filter(({ check }) => check === 'id');
  return repeated.map(({ row, rule, message, identity }) => ({ row: row + 1, rule, message, identity }));
}

test('an id that an earlier row has is told, in whatever part of the file', async (context) => {
  const ids = ['a', 'b', 7, '', null, '', null, 'c', 'a', '7', 'A', 'a'];
  const folder = await folderWith(context, { 'a.jsonl': withIds(ids) });
  const file = path.join(folder, 'a.jsonl');
  const whole = await repeatedIn(file);
  assert.deepEqual(
    whole.map(({ row, rule, message }) => `${row} ${rule} ${message}`),
    [
      '9 id/repeated Row 1 has the same id.',
      '10 id/repeated Row 3 has the same id.',
      '12 id/repeated Row 1 has the same id.',
    ],
  );
  assert.ok(whole.every(({ identity }) => identity?.key.startsWith('bytes:')));
  assert.deepEqual(await repeatedIn(file, { threads: 2, part: 40 }), whole);
});

test('where rows repeat ids all over, it is said once', async (context) => {
  const ids = Array.from({ length: 40 }, (_, at) => `g-${at >> 2}`);
  const folder = await folderWith(context, { 'a.jsonl': withIds(ids) });
  const found = await repeatedIn(path.join(folder, 'a.jsonl'));
  assert.deepEqual(
    found.map(({ row, message }) => `${row} ${message}`),
    ['2 Row 1 has the same id; 29 more rows repeat one too.'],
  );
});

test('ids are not compared where the check is off, nor where several fields name a row', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': withIds(['a', 'a']) });
  const file = path.join(folder, 'a.jsonl');
  const rules = async (request: { settings?: CheckSettings; profile: Profile }) => {
    const reports: CheckReport[] = [];
    const take = (report: CheckReport) => void reports.push(report);
    await runCheckThread(SCRIPT, { file, ...request }, new AbortController().signal, take);
    return findingsIn(reports).map(({ rule, severity }) => `${rule} ${severity}`);
  };
  const generic = profileNamed('generic');
  assert.deepEqual(await rules({ profile: generic }), ['id/repeated warning']);
  assert.deepEqual(await rules({ profile: generic, settings: { id: { severity: 'off' } } }), []);
  const info = { 'id/repeated': { severity: 'info' as const } };
  assert.deepEqual(await rules({ profile: generic, settings: info }), ['id/repeated info']);
  assert.deepEqual(await rules({ profile: { ...generic, identity: [['id'], ['note']] } }), []);
});

test('a file that cannot be read is said to have failed', async (context) => {
  const folder = await folderWith(context);
  const reports = await reportsOn(path.join(folder, 'none.jsonl'));
  assert.deepEqual(
    reports.map(({ kind }) => kind),
    ['failed'],
  );
});

test('an abort ends the thread', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': '{"problem":1}\n'.repeat(200_000) });
  const stop = new AbortController();
  const reports: CheckReport[] = [];
  await runCheckThread(SCRIPT, { file: path.join(folder, 'a.jsonl'), profile }, stop.signal, (report) => {
    reports.push(report);
    stop.abort();
  });
  assert.ok(reports.length >= 1 && reports.every(({ kind }) => kind === 'progress'));
});

/** What is found and told at the end; the order of the keys is no promise. */
function outcome(reports: CheckReport[]) {
  const [keys, done] = reports.slice(-2);
  assert.ok(keys?.kind === 'keys' && done?.kind === 'done');
  return { findings: findingsIn(reports), rows: done.rows, keys: keys.duplicateKeys.toSorted() };
}

const lines = fc.array(
  fc.oneof(
    fc
      .record(
        {
          problem: fc.constantFrom('x', 'y', 1),
          solution: fc.string(),
          unique_id: fc.constantFrom('a', 'b', 'c', 'd'),
          source: fc.constantFrom('AMC', 'amc', 'AMC.', 'aime'),
          split: fc.constantFrom('train', '', null),
          license: fc.constantFrom('MIT', 'MIT License', 'CC BY', 7),
          rating: fc.constantFrom(1, '1', null, [], {}),
        },
        { requiredKeys: [] },
      )
      .map((row) => JSON.stringify(row)),
    fc.constantFrom(
      '',
      '{',
      '[1]',
      '{"problem":"x","solution":"s"}\r',
      '\ufeff{"problem":"x","solution":"s"}',
    ),
  ),
  { maxLength: 40 },
);

test('several threads find in the parts of a file what one finds in the whole', async (context) => {
  const folder = await folderWith(context);
  const file = path.join(folder, 'a.jsonl');
  const share = fc.record({
    threads: fc.integer({ min: 2, max: 3 }),
    part: fc.integer({ min: 1, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), share, async (rows, feed, shared) => {
      await writeFile(file, rows.join('\n') + (feed ? '\n' : ''));
      assert.deepEqual(outcome(await reportsOn(file, shared)), outcome(await reportsOn(file)));
    }),
    { numRuns: 25 },
  );
});

/** A row that is clean, one with a cheap finding, one with a thorough one. */
const MIXED = [
  { problem: 'What is $2+2$?', solution: 'It is $\\boxed{4}$.', answer: '4', level: 'Level 1' },
  { problem: 'What\u200b is it?', solution: 'It is $\\boxed{4}$.', answer: '4', level: 'Level 1' },
  { problem: 'What is $\\frac{1}$?', solution: 'It is $\\boxed{4}$.', answer: '4', level: 'Level 1' },
].map((row) => JSON.stringify(row));

async function twoPasses(file: string, clean?: Float64Array[], found?: FoundRow[]) {
  const reports: CheckReport[] = [];
  const request = { file, profile, ...(clean && { clean }), ...(found && { found }) };
  const take = (report: CheckReport) => void reports.push(report);
  await runCheckThread(SCRIPT, request, new AbortController().signal, take, { passes: CHEAP_FIRST });
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  const shares = reports.flatMap((report) => (report.kind === 'progress' ? [report.share] : []));
  return { done, shares, rules: findingsIn(reports).map(({ row, rule }) => `${row} ${rule}`) };
}

test('what is cheap to find comes first, and rows that were clean are known again', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': [...MIXED, MIXED[0]].join('\n') });
  const file = path.join(folder, 'a.jsonl');
  const first = await twoPasses(file, []);
  assert.deepEqual(first.rules, ['1 hygiene/hidden', '2 formula/typeset']);
  assert.deepEqual([first.shares.at(0), first.shares.at(-1)], [0.5, 1]);
  const known = first.done.clean.reduce((sum, list) => sum + list.length, 0);
  assert.equal(known, 2);
  await writeFile(file, [MIXED[2], ...MIXED].join('\n'));
  const second = await twoPasses(file, first.done.clean);
  assert.deepEqual(second.rules, ['2 hygiene/hidden', '0 formula/typeset', '3 formula/typeset']);
  const told = await twoPasses(file, [Float64Array.from([0, ...[...first.done.clean[0]!, 2 ** 53]])]);
  assert.deepEqual(told.rules, second.rules);
  assert.deepEqual((await twoPasses(file)).done.clean[0]?.length, 0);
});

test('only rows that changed are read again by the thorough checks: of others it is known what was found', async (context) => {
  const folder = await folderWith(context, { 'a.jsonl': MIXED.join('\n') });
  const file = path.join(folder, 'a.jsonl');
  const first = await twoPasses(file, []);
  assert.deepEqual(
    first.done.found.map(([, findings]) => findings.map(({ rule }) => rule)),
    [['formula/typeset']],
  );
  // what is said to be known is taken for it, at the place where the row is now; that shows that it is not read
  const said = first.done.found.map(([hash, findings]): FoundRow => [
    hash,
    findings.map((finding) => ({ ...finding, rule: 'made/up' })),
  ]);
  await writeFile(file, [MIXED[1], MIXED[2], MIXED[2]?.replace('frac', 'sqrt[')].join('\n'));
  const second = await twoPasses(file, first.done.clean, said);
  assert.deepEqual(second.rules, ['0 hygiene/hidden', '1 made/up', '2 formula/typeset']);
  assert.equal(second.done.found.length, 2);
  await writeFile(file, MIXED[0] ?? '');
  assert.deepEqual((await twoPasses(file, second.done.clean, second.done.found)).done.found, []);
  assert.deepEqual((await twoPasses(file)).done.found, []);
});

test('single rows are checked in a thread that is kept, and begun anew after it was ended', async () => {
  const checks = new RowChecks(SCRIPT, { file: '', profile });
  const rules = async (text: string, number: number) => {
    const bytes = Buffer.from(text);
    const findings = await checks.findings({ number, bytes, size: bytes.length });
    return findings.map(({ row, rule }) => `${row} ${rule}`);
  };
  const all = await Promise.all(MIXED.map((text, at) => rules(text, at + 7)));
  assert.deepEqual(all, [[], ['8 hygiene/hidden'], ['9 formula/typeset']]);
  checks.end();
  assert.deepEqual(await rules('{', 3), ['3 json/syntax']);
  checks.end();
});

const folder = dataFolder();
if (folder)
  test('several threads find what one finds in real datasets', async () => {
    const champ = profileNamed('champ-problem');
    for (const name of jsonlFiles(folder, 'champ')) {
      const file = path.join(folder, name);
      const shared = await reportsOn(file, { threads: 2, part: 100_000 }, champ);
      assert.deepEqual(outcome(shared), outcome(await reportsOn(file, undefined, champ)));
      const numbers = findingsIn(shared).map(({ row }) => row);
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
    }
  });
