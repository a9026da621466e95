import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dataFolder, readRows } from '../unit/real-data';
import { DatasetPage } from './dataset-page';
import { eventually } from './eventually';
import { logLines } from './log-lines';
import { keysFor, linesFor, madeTraces, p95, timeKey } from './scripted-annotator';
import type { LabelledTrace } from './scripted-annotator';
import { type Workbench, openWorkbench } from './workbench';

const MADE = 10;
const KEYS_A_SECOND = 20;

/** So many real traces, where the bench asks for them; a few made ones else. */
function tracesToLabel(): LabelledTrace[] {
  const asked = Number(process.env['SCHOLIUM_TRACES'] ?? 0);
  const folder = asked > 0 ? dataFolder() : undefined;
  if (folder === undefined) return madeTraces(MADE);
  return readRows(folder, 'processbench/math_first200.jsonl').slice(0, asked) as unknown as LabelledTrace[];
}

describe('an annotator who knows every first error, by keys alone', () => {
  const traces = tracesToLabel();
  const half = Math.floor(traces.length / 2);
  let workbench: Workbench;
  let dataset: DatasetPage;
  const file = () => path.join(workbench.folder, 'traces.jsonl');
  const log = () =>
    logLines(file(), 'anna').map((line) => {
      const { row, target, value, implied } = line as typeof line & { implied?: boolean };
      return `${row.key.replace('id:', '')} ${target.step} ${String(value)}${implied ? ' implied' : ''}`;
    });
  const logIs = (labelled: LabelledTrace[]) =>
    eventually(() => assert.deepEqual(log(), labelled.flatMap(linesFor)));

  before(async () => {
    workbench = await openWorkbench({
      workspace: {
        'scholium.json': JSON.stringify({ files: { 'traces.jsonl': { scheme: 'processbench' } } }),
        'traces.jsonl': traces.map((row) => `${JSON.stringify(row)}\n`).join(''),
      },
      settings: {
        'scholium.annotator': 'anna',
        'workbench.editorAssociations': { '*.jsonl': 'scholium.dataset' },
      },
      viewport: { width: 1440, height: 900 },
    });
    dataset = new DatasetPage(workbench);
    await workbench.openFile('traces.jsonl');
    await dataset.steps.first().waitFor();
    await dataset.focus();
    await dataset.needs('Step 1: This step is');
  });
  after(() => workbench?.close());

  test('one key at a time: each is shown, each decision is saved', async () => {
    const html = dataset.frame.locator('html');
    const [paint, saved]: [(number | null)[], (number | null)[]] = [[], []];
    for (const [at, trace] of traces.slice(0, half).entries()) {
      await dataset.rowIs(at + 1);
      for (const key of keysFor(trace)) {
        const times = await timeKey(html, () => dataset.press(key), key !== 'j');
        paint.push(times.paint);
        if (key !== 'j') saved.push(times.saved);
      }
    }
    await logIs(traces.slice(0, half));
    report({
      traces: half,
      keysPerTrace: paint.length / half,
      decidingKeysPerTrace: saved.length / half,
      keyToPaintP95Ms: p95(paint),
      keyToSavedP95Ms: p95(saved),
    });
  });

  test(`${KEYS_A_SECOND} keys a second, over the borders of rows: none is lost, and the log is what was typed`, async () => {
    const keys = traces.slice(half).flatMap(keysFor);
    const from = performance.now();
    for (const [at, key] of keys.entries()) {
      const due = from + (at * 1000) / KEYS_A_SECOND - performance.now();
      if (due > 0) await workbench.page.waitForTimeout(due); // the pace of a typist
      await dataset.press(key);
    }
    report({ keys: keys.length, keysPerSecond: (1000 * keys.length) / (performance.now() - from) });
    await logIs(traces);
    await dataset.rowIs(traces.length);
  });

  test('nothing went wrong', () => assert.deepEqual(workbench.errors, []));
});

/** Figures are told, and held to nothing here: they depend on the machine. */
function report(figures: Record<string, number>): void {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${Number(value.toFixed(2))}`);
  const to = process.env['SCHOLIUM_FIGURES'];
  if (to) fs.appendFileSync(to, `${told.join(', ')}\n`);
}
