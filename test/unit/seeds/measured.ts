import type { Figure, MeasureReport, Point } from '../../../src/core/measure/figure';
import { measureFile } from '../../../src/core/measure/measure-file';
import type { MeasureWish } from '../../../src/core/measure/measure-file';
import { detectProfile, SAMPLE_ROWS } from '../../../src/core/profile/detect';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { memoryDisk } from '../dataset/memory-files';

/** Measures rows as a file of them is measured, against another one where there is one. */
export function measured(
  rows: Json[],
  wish: { other?: Json[]; scores?: MeasureWish['scores']; rubric?: string[] } = {},
): Promise<MeasureReport> {
  const { other, scores = null, rubric = [] } = wish;
  const { store } = memoryDisk({ 'rows.jsonl': linesOf(rows), 'other.jsonl': linesOf(other ?? []) });
  const second = other
    ? { file: 'other.jsonl', profile: profileOf(other), name: 'folder/other.jsonl' }
    : null;
  return measureFile(
    store,
    { file: 'rows.jsonl', profile: profileOf(rows), other: second, scores, rubric },
    () => undefined,
  );
}

/** A figure by its title. */
export function figure({ figures }: MeasureReport, title: string): Figure {
  const found = figures.find((each) => each.title === title);
  if (!found) throw new Error(`there is no “${title}”, only ${figures.map((each) => each.title).join(', ')}`);
  return found;
}

/** What the points of a series are called, and their values. */
export function values({ series }: Figure, name = series[0]?.name): [string, number][] {
  return pointsOf(series.find((each) => each.name === name)?.points).map(({ label, value }) => [
    label,
    value,
  ]);
}

/** The rows behind the points of the first series. */
export function behind({ series }: Figure): [string, number[]][] {
  return pointsOf(series[0]?.points).map(({ label, rows }) => [label, rows.first]);
}

function pointsOf(points: Point[] | undefined): Point[] {
  return points ?? [];
}

function linesOf(rows: Json[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function profileOf(rows: Json[]) {
  return detectProfile(rows.slice(0, SAMPLE_ROWS), shippedProfiles).profile;
}
