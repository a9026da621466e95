import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { agreementOn } from '../../../src/core/agreement/agreement-report';
import { collectRatings } from '../../../src/core/agreement/collect-ratings';
import { Fold } from '../../../src/core/annotation/fold';
import type { AgreementReport } from '../../../src/protocol/agreement-worker';
import { runAgreementThread } from '../../../src/workers/threads';
import { label, verdict } from '../annotation/events';
import { seeded } from '../seeded';
import { folderWith } from '../temp-files';

const SCRIPT = path.resolve('dist', 'agreement-worker.js');
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

async function datasetWith(context: Parameters<typeof folderWith>[0], rows: number) {
  const folder = await folderWith(context, { 'a.jsonl': '' });
  const dataset = path.join(folder, 'a.jsonl');
  const events = someLabels(rows);
  await mkdir(`${dataset}.scholium`);
  for (const by of ['ada', 'bob', 'cyd']) {
    const lines = events
      .filter(({ annotator }) => annotator === by)
      .map((each) => `${JSON.stringify(each)}\n`);
    await writeFile(path.join(`${dataset}.scholium`, `${by}.jsonl`), lines.join(''));
  }
  return { dataset, events };
}

async function reportsOn(dataset: string, signal = new AbortController().signal): Promise<AgreementReport[]> {
  const reports: AgreementReport[] = [];
  await runAgreementThread(SCRIPT, { dataset, errors: [] }, signal, (report) => reports.push(report));
  return reports;
}

test('the thread reads the logs itself, and tells the same figures as are computed here; the share only grows', async (context) => {
  const { dataset, events } = await datasetWith(context, 200);
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

test('it is stopped in the middle of a figure, and then tells no end', async (context) => {
  const { dataset } = await datasetWith(context, 3000);
  const stop = new AbortController();
  const reports: AgreementReport[] = [];
  await runAgreementThread(SCRIPT, { dataset, errors: [] }, stop.signal, (report) => {
    reports.push(report);
    stop.abort();
  });
  assert.deepEqual(
    reports.map(({ kind }) => kind),
    ['progress'],
  );
});
