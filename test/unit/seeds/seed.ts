import { join } from 'node:path';
import { detectProfile, SAMPLE_ROWS } from '../../../src/core/profile/detect';
import type { Profile } from '../../../src/core/profile/profile';
import { readRow } from '../../../src/core/profile/read-row';
import type { Reading, Trace } from '../../../src/core/profile/reading';
import { shippedProfiles } from '../../../src/core/profile/shipped';
import type { Json } from '../../../src/core/row/json';
import { parseRow } from '../../../src/core/row/parse';
import { assertSound } from '../profile/readings';
import { dataFolder, readLines } from '../real-data';

/** Rows as they are read when their file is opened: with the profile that the first of them speak for. */
export interface Seed {
  profile: Profile;
  why: string;
  readings: Reading[];
}

/** Detects and reads rows. Each reading must be sound: texts where they are said to stand, and no field lost. */
export function open(rows: Json[]): Seed {
  const { profile, why } = detectProfile(rows.slice(0, SAMPLE_ROWS), shippedProfiles);
  const readings = rows.map((row) => readRow(row, profile));
  for (const [at, reading] of readings.entries()) assertSound(rows[at] ?? null, reading, profile);
  return { profile, why, readings };
}

/** The reading of one row. */
export function openOne(row: Json): Reading & { profile: string } {
  const { profile, readings } = open([row]);
  return { ...readings[0]!, profile: profile.id };
}

/** A real sample, opened; undefined where there is no folder of real data. */
export function openReal(name: string): (Seed & { rows: Json[] }) | undefined {
  const folder = dataFolder();
  if (folder === undefined) return undefined;
  const parsed = readLines(join(folder, name)).map(parseRow);
  const rows = parsed.flatMap((row) => (row.kind === 'value' ? [row.value] : []));
  return { ...open(rows), rows };
}

/** What a test says of a trace: who wrote it, how many steps, its answer. */
export function shown({ author, kind, steps, finalAnswer }: Trace): [string, string, number, string | null] {
  return [author, kind, steps.length, finalAnswer?.text ?? null];
}

/** The sizes of the groups that links of a type make of rows, how many of each size. */
export function groupSizes(readings: Reading[], type: string): Record<number, number> {
  const groups = new Map<string, number>();
  for (const { links } of readings) {
    for (const link of links)
      if (link.type === type) groups.set(link.group, (groups.get(link.group) ?? 0) + 1);
  }
  return countsOf([...groups.values()]);
}

/** How many of a list there are of each. */
export function countsOf(values: (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export function texts(sources: { text: string }[]): string[] {
  return sources.map(({ text }) => text);
}
