import type { FileStore } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { buildIndex } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import type { Hit } from './hit';
import { Matcher } from './match-texts';
import type { Match } from './match-texts';
import { learnBoilerplate, readBenchmark, readFileRows } from './read-rows';
import { rowTexts } from './row-texts';

/** A file and the profile that it is read with. */
export interface ProfiledFile {
  file: string;
  profile: Profile;
}

/** How far a check is. */
export interface CheckedRows {
  /** Bytes of the file that were read. */
  bytes: number;
  rows: number;
  /** Rows that could not be read. */
  unread: number;
}

/** The problems of benchmarks, ready to be looked for, and how many each has. */
export async function indexBenchmarks(
  store: FileStore,
  benchmarks: readonly ProfiledFile[],
): Promise<{ index: BenchmarkIndex; items: number[] }> {
  const lists = [];
  for (const [number, { file, profile }] of benchmarks.entries())
    lists.push(await readBenchmark(store, file, profile, number));
  return { index: buildIndex(lists.flat()), items: lists.map(({ length }) => length) };
}

/**
 * Finds the rows of a file that hold items of benchmarks, from a score on: of each row the likeliest item. `tell` hears of each row,
 * and of what was found in it.
 */
export async function checkFile(
  store: FileStore,
  { file, profile }: ProfiledFile,
  { index, least }: { index: BenchmarkIndex; least: number },
  tell: (hit: Hit | null, checked: CheckedRows) => void,
): Promise<CheckedRows> {
  const matcher = new Matcher(index, await learnBoilerplate(store, file, profile));
  const checked: CheckedRows = { bytes: 0, rows: 0, unread: 0 };
  const rows = readFileRows(store, file, profile, () => checked.unread++);
  for await (const { row, reading, bytes } of rows) {
    checked.rows++;
    checked.bytes = bytes;
    const [match] = matcher.match(rowTexts(reading), least);
    tell(match ? hitOf(row, match, index) : null, checked);
  }
  return checked;
}

function hitOf(
  row: number,
  { item, class: kind, score, text, runs, numbers }: Match,
  index: BenchmarkIndex,
): Hit {
  const found = index.items[item];
  return {
    row,
    benchmark: found?.benchmark ?? 0,
    item: { row: found?.row ?? 0, id: found?.id ?? '' },
    class: kind,
    score,
    path: text.path,
    runs,
    numbers,
  };
}
