import type { FileStore } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { buildIndex } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import type { Hit } from './hit';
import { Matcher } from './match-texts';
import { learnBoilerplate, readBenchmark, readFileRows } from './read-rows';
import { rowTexts } from './row-texts';

/** A file and the profile that it is read with. */
export interface ProfiledFile {
  file: string;
  profile: Profile;
}

/** What is checked, against what, and from which score on a hit is told. */
export interface ContaminationWish extends ProfiledFile {
  benchmarks: ProfiledFile[];
  least: number;
}

/** How far a check is: bytes of the file that were read, and how many items there are. */
export interface ContaminationCount {
  bytes: number;
  rows: number;
  unread: number;
  items: number[];
}

/** Finds the rows of a file that hold items of benchmarks: of each row the likeliest item. `tell` hears of each row. */
export async function checkFile(
  store: FileStore,
  { file, profile, benchmarks, least }: ContaminationWish,
  tell: (hit: Hit | null, count: ContaminationCount) => void,
): Promise<ContaminationCount> {
  const { index, items } = await indexOf(store, benchmarks);
  const matcher = new Matcher(index, await learnBoilerplate(store, file, profile));
  const count: ContaminationCount = { bytes: 0, rows: 0, unread: 0, items };
  const rows = readFileRows(store, file, profile, () => count.unread++);
  for await (const { row, reading, bytes } of rows) {
    count.rows++;
    count.bytes = bytes;
    const [match] = matcher.match(rowTexts(reading), least);
    tell(match ? hitOf(row, match, index) : null, count);
  }
  return count;
}

async function indexOf(
  store: FileStore,
  benchmarks: ProfiledFile[],
): Promise<{ index: BenchmarkIndex; items: number[] }> {
  const lists = [];
  for (const [number, { file, profile }] of benchmarks.entries())
    lists.push(await readBenchmark(store, file, profile, number));
  return { index: buildIndex(lists.flat()), items: lists.map(({ length }) => length) };
}

function hitOf(row: number, match: ReturnType<Matcher['match']>[number], index: BenchmarkIndex): Hit {
  const { text, class: kind, score, runs, numbers } = match;
  const item = index.items[match.item];
  return {
    row,
    benchmark: item?.benchmark ?? 0,
    item: { row: item?.row ?? 0, id: item?.id ?? '' },
    class: kind,
    score,
    path: text.path,
    runs,
    numbers,
  };
}
