import path from 'node:path';
import type { Figure, MeasureReport, Point } from '../core/measure/figure';
import type { ScorePair } from '../core/measure/score-change-measure';
import type { MeasureRequest } from '../protocol/measure-worker';
import { runMeasureThread } from '../workers/threads';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Measures datasets: pass@k, worst cases, agreement, rates by group, changes of scores. A line for each number. */
export const measure: Command = {
  usage:
    'measure FILE... [--against FILE] [--from COLUMN --to COLUMN] [--rubric NAME,NAME] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    for (const file of files) {
      const report = await reportOn(file, options);
      for (const notice of report.notices) process.stderr.write(`${file}: ${notice}\n`);
      if (report.figures.length === 0 && options.format !== 'jsonl')
        writeLine(`${file}: no row has verdicts, scores or answers that can be measured`);
      for (const figure of report.figures)
        for (const line of linesOf(file, figure, options.format)) writeLine(line);
    }
    return exitCodes.clean;
  },
};

async function reportOn(file: string, options: Options): Promise<MeasureReport> {
  const scores = scorePair(options);
  const rubric = (options.rubric ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const own = await openAnyDataset(file, options);
  const other = options.against === undefined ? null : await openOther(options.against, options, own.close);
  try {
    return await inThread({
      file: own.dataset.path,
      profile: own.detection.profile,
      other: other && {
        file: other.dataset.path,
        profile: other.detection.profile,
        name: options.against ?? '',
      },
      scores,
      rubric,
    });
  } finally {
    await own.close();
    await other?.close();
  }
}

async function openOther(file: string, { projects }: Options, closeOwn: () => Promise<void>) {
  try {
    return await openAnyDataset(file, { profile: undefined, projects });
  } catch (error) {
    await closeOwn();
    throw error;
  }
}

function scorePair({ from, to }: Options): ScorePair | null {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) throw new UsageError('--from and --to name two columns');
  return { from, to };
}

async function inThread(request: MeasureRequest): Promise<MeasureReport> {
  let measured: MeasureReport | null = null;
  let failure = 'the thread that measures it ended early';
  const script = path.join(__dirname, 'measure-worker.js');
  await runMeasureThread(script, request, new AbortController().signal, (report) => {
    if (report.kind === 'done') measured = report.report;
    if (report.kind === 'failed') failure = report.message;
  });
  if (measured === null) throw new UnreadableInput(`${request.file}: ${failure}`);
  return measured;
}

function linesOf(file: string, figure: Figure, format: string): string[] {
  return figure.series.flatMap(({ name, points }) =>
    points.map((point) =>
      format === 'jsonl' ? asLine(file, figure, name, point) : inWords(file, figure, name, point),
    ),
  );
}

/** `value` is null for a share of nothing; `low` and `high` bound the 95 % interval or are null; `rows` counts the rows behind it, `firstRows` are the first 100 (1-based). */
function asLine(file: string, { measure: of, title }: Figure, series: string, point: Point): string {
  const { label, value, low, high, count, rows } = point;
  const firstRows = rows.first.slice(0, 100).map((row) => row + 1);
  return JSON.stringify({
    file,
    measure: of,
    title,
    series,
    label,
    value,
    low,
    high,
    count,
    rows: rows.total,
    firstRows,
  });
}

function inWords(file: string, { title, unit }: Figure, series: string, point: Point): string {
  const { label, value, low, high, count } = point;
  const shown = (each: number) =>
    unit === 'share' ? `${(100 * each).toFixed(1)} %` : Number(each.toPrecision(6));
  if (!Number.isFinite(value)) return `${file}: ${title}: ${series}: ${label}: none of ${count}`;
  const within = low === null || high === null ? '' : ` (${shown(low)} to ${shown(high)})`;
  return `${file}: ${title}: ${series}: ${label}: ${shown(value)}${within} of ${count}`;
}
