import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { agreementOn } from '../../../src/core/agreement/agreement-report';
import { collectRatings } from '../../../src/core/agreement/collect-ratings';
import { Fold } from '../../../src/core/annotation/fold';
import { profileSchema } from '../../../src/core/profile/profile';
import type { AgreementReport } from '../../../src/protocol/agreement-worker';
import { runAgreementThread } from '../../../src/workers/threads';
import { label, tag, verdict } from '../annotation/events';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'agreement-worker.js');
const PROFILE = profileSchema.parse({
  ...{ id: 'topics', title: 'Topics', idField: ['id'] },
  roles: [{ role: 'concept', paths: [['topic']], decoder: 'texts' }],
});
const VALUES = ['good', 'neutral', 'bad'] as const;

/** What three people say of so many rows, by chance. */
function someLabels(rows: number) {
  const chance = seeded(7);
  let n = 1;
  return Array.from({ length: rows }, (_, row) =>
    ['ada', 'bob', 'cyd'].flatMap((by) => [
      label({ n: n++, by, row: `id:${row}`, value: chance.pick(VALUES) }),
      verdict({ n: n++, by, row: `id:${row}` }),
    ]),
  ).flat();
}

async function datasetWith(
  context: Parameters<typeof folderWith>[0],
  { content = '', events }: { content?: string; events: ReturnType<typeof someLabels> },
) {
  const folder = await folderWith(context, { 'a.jsonl': content });
  const dataset = path.join(folder, 'a.jsonl');
  await mkdir(`${dataset}.scholium`);
  for (const by of ['ada', 'bob', 'cyd']) {
    const lines = events
      .filter(({ annotator }) => annotator === by)
      .map((each) => `${JSON.stringify(each)}\n`);
    await writeFile(path.join(`${dataset}.scholium`, `${by}.jsonl`), lines.join(''));
  }
  return { dataset };
}

async function reportsOn(dataset: string, signal = new AbortController().signal): Promise<AgreementReport[]> {
  const reports: AgreementReport[] = [];
  await runAgreementThread(
    SCRIPT,
    { dataset, file: dataset, profile: PROFILE, errors: [], words: new Set<string>() },
    signal,
    (report) => reports.push(report),
  );
  return reports;
}

test('the thread reads the logs itself, and tells the same figures as are computed here; the share only grows', async (context) => {
  const events = someLabels(200);
  const { dataset } = await datasetWith(context, { events });
  const reports = await reportsOn(dataset);
  const done = reports.at(-1);
  assert.ok(done?.kind === 'done');
  const fold = new Fold();
  fold.add(events);
  const questions = collectRatings([...fold.rowKeys].map((key) => fold.standing(key)));
  assert.deepEqual(
    done.questions,
    questions.map((question) => agreementOn(question, () => [])),
  );
  const shares = reports.flatMap((report) => (report.kind === 'progress' ? [report.share] : []));
  assert.ok(shares.length > 0 && shares.every((share) => share >= 0 && share < 1));
  assert.deepEqual(
    shares,
    shares.toSorted((a, b) => a - b),
  );
});

test('agreement is told of each concept: of those that the rows name, and of those that people tagged', async (context) => {
  const said = (row: number, by: string, value: (typeof VALUES)[number], n: number) =>
    label({ n, by, row: `id:${row}`, value });
  const events = [
    ...[said(0, 'ada', 'good', 1), said(0, 'bob', 'good', 2)],
    ...[said(1, 'ada', 'good', 3), said(1, 'bob', 'bad', 4)],
    ...[said(2, 'ada', 'bad', 5), said(2, 'bob', 'bad', 6), tag({ n: 7, by: 'ada', row: 'id:2' })],
    tag({ n: 8, by: 'ada', row: 'id:1', on: false }),
  ];
  const rows = [{ id: 0, topic: 'primes' }, { id: 1, topic: ['primes', 'sets'] }, { id: 2 }];
  const content = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const { dataset } = await datasetWith(context, { content, events });
  const done = (await reportsOn(dataset)).at(-1);
  assert.ok(done?.kind === 'done');
  const ofConcepts = done.questions.flat().filter(({ part }) => part === 'concept');
  const percents = ofConcepts.filter(
    ({ about, statistic }) => about === 'step label' && statistic === 'percent',
  );
  assert.deepEqual(
    percents.map(({ of, value, items }) => [of, value, items]),
    [
      ['name of C_1', 1, 1],
      ['primes', 0.5, 2],
      ['sets', 0, 1],
    ],
  );
});

test('it is stopped in the middle of a figure, and then tells no end', async (context) => {
  const { dataset } = await datasetWith(context, { events: someLabels(3000) });
  const stop = new AbortController();
  const reports: AgreementReport[] = [];
  await runAgreementThread(
    SCRIPT,
    { dataset, file: dataset, profile: PROFILE, errors: [], words: new Set<string>() },
    stop.signal,
    (report) => {
      reports.push(report);
      stop.abort();
    },
  );
  assert.deepEqual(
    reports.map(({ kind }) => kind),
    ['progress'],
  );
});
