import type { FileStore, OpenFile } from '../dataset/file-store';
import { walkPart } from '../dataset/row-reader';
import { readRow } from '../profile/read-row';
import type { Profile } from '../profile/profile';
import { decodeRow, parseRow } from '../row/parse';
import { BenchmarkIndex, buildIndex } from './benchmark-index';
import type { BenchmarkItem, IndexArrays } from './benchmark-index';
import { Boilerplate } from './boilerplate';
import type { Hit } from './hit';
import { Matcher } from './match-texts';
import { learnRows, readBenchmark } from './read-rows';
import { RowFields } from './row-fields';
import type { FieldsData } from './row-fields';
import { rowTexts } from './row-texts';

/** A file and the profile that it is read with. */
export interface ProfiledFile {
  file: string;
  profile: Profile;
}

/** What is checked, against what, and from which score on a hit is told. `onlyProblems`: hints, replies and traces are left out. */
export interface ContaminationWish extends ProfiledFile {
  benchmarks: ProfiledFile[];
  least: number;
  onlyProblems?: boolean;
}

/** How far a check is: bytes of the file that were read, and how many items there are. */
export interface ContaminationCount {
  bytes: number;
  rows: number;
  unread: number;
  items: number[];
}

/** What threads that check parts of a file share. Plain data; the arrays lie in shared memory. */
export interface PreparedCheck {
  items: BenchmarkItem[];
  arrays: IndexArrays;
  fields: FieldsData;
  boilerplate: Uint32Array | null;
  /** Items of each benchmark. */
  counts: number[];
}

/** Reads the benchmarks, and learns from the first rows of the file where its texts are. */
export async function prepareCheck(
  store: FileStore,
  { file, profile, benchmarks }: ContaminationWish,
): Promise<PreparedCheck> {
  const lists = [];
  for (const [number, benchmark] of benchmarks.entries())
    lists.push(await readBenchmark(store, benchmark.file, benchmark.profile, number));
  const { items, arrays } = buildIndex(lists.flat());
  const { boilerplate, fields } = await learnRows(store, file, profile);
  return {
    items,
    arrays: shared(arrays),
    fields: fields.data,
    boilerplate: boilerplate.data,
    counts: lists.map(({ length }) => length),
  };
}

function shared(arrays: IndexArrays): IndexArrays {
  const entries = Object.entries(arrays).map(([name, array]: [string, Uint32Array | Float64Array]) => {
    const memory = new SharedArrayBuffer(array.byteLength);
    const copy = array instanceof Uint32Array ? new Uint32Array(memory) : new Float64Array(memory);
    copy.set(array);
    return [name, copy];
  });
  return Object.fromEntries(entries) as IndexArrays;
}

/** Finds the rows of a file that hold items of benchmarks: of each row the likeliest item. */
export class ContaminationCheck {
  private readonly index: BenchmarkIndex;
  private readonly matcher: Matcher;
  private readonly fields: RowFields;
  private readonly wish: ContaminationWish;

  constructor(wish: ContaminationWish, { items, arrays, fields, boilerplate }: PreparedCheck) {
    this.wish = wish;
    this.index = new BenchmarkIndex(items, arrays);
    this.matcher = new Matcher(this.index, new Boilerplate(boilerplate));
    this.fields = new RowFields(fields);
  }

  /** The hits in the rows that begin from byte `from` to byte `to`; rows are counted from the first of these. */
  async *part(open: OpenFile, from: number, to: number): AsyncGenerator<RowCheck> {
    for await (const { number, bytes, size, start, next } of walkPart(open, from, to)) {
      const hit = size > bytes.length ? undefined : this.row(number, bytes);
      yield { hit: hit ?? null, unread: hit === undefined && size > 0, bytes: next - start };
    }
  }

  /** The hit in a row; undefined when it cannot be read. */
  private row(number: number, bytes: Uint8Array): Hit | null | undefined {
    const parsed = parseRow(decodeRow(bytes));
    if (parsed.kind !== 'value') return undefined;
    const { least, profile, onlyProblems = false } = this.wish;
    const texts = this.fields.textsOf(parsed.value, onlyProblems);
    if (texts && !texts.some((text) => this.mayHold(text.text, text.asProblem, text.asTrace))) return null;
    const all = rowTexts(readRow(parsed.value, profile));
    const read = onlyProblems ? all.filter(({ role }) => role === 'problem') : all;
    const [match] = this.matcher.match(read, least);
    return match ? hitOf(number, match, this.index) : null;
  }

  private mayHold(text: string, asProblem: boolean, asTrace: boolean): boolean {
    const { matcher } = this;
    const { least } = this.wish;
    return (
      (asProblem && matcher.mayMatch(text, false, least)) || (asTrace && matcher.mayMatch(text, true, least))
    );
  }
}

/** What came of a row, and how many bytes of the file it took. */
export interface RowCheck {
  hit: Hit | null;
  unread: boolean;
  bytes: number;
}

/** Checks a whole file in this thread. `tell` hears of each row. */
export async function checkFile(
  store: FileStore,
  wish: ContaminationWish,
  tell: (hit: Hit | null, count: ContaminationCount) => void,
): Promise<ContaminationCount> {
  const prepared = await prepareCheck(store, wish);
  const check = new ContaminationCheck(wish, prepared);
  const count: ContaminationCount = { bytes: 0, rows: 0, unread: 0, items: prepared.counts };
  const open = await store.open(wish.file);
  try {
    for await (const { hit, unread, bytes } of check.part(open, 0, Infinity)) {
      count.rows++;
      count.bytes += bytes;
      if (unread) count.unread++;
      tell(hit, count);
    }
  } finally {
    await open.close();
  }
  return count;
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
