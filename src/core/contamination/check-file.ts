import type { FileStore, OpenFile } from '../dataset/file-store';
import { walkPart } from '../dataset/row-reader';
import type { FileChange } from '../edit/file-identity';
import { readRow } from '../profile/read-row';
import type { Profile } from '../profile/profile';
import { decodeRow, parseRow } from '../row/parse';
import { BenchmarkIndex, buildIndex } from './benchmark-index';
import type { BenchmarkItem, IndexArrays } from './benchmark-index';
import { Boilerplate } from './boilerplate';
import type { Hit } from './hit';
import { imageOf } from './index-image';
import type { IndexImage } from './index-image';
import { Matcher } from './match-texts';
import { learnRows, readBenchmark } from './read-rows';
import type { LearnedRows } from './read-rows';
import { RowFields } from './row-fields';
import type { FieldText } from './row-fields';
import { AS_PROBLEM, AS_TRACE, RowScanner } from './row-scanner';
import { rowTexts, withoutSolutions } from './row-texts';
import { scanPart } from './scan-part';
import type { LikelyRow } from './scan-part';
import { linksTranslations, TranslatedItems } from './translated-items';

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
  /** Of each benchmark: its items, and its rows that cannot be read. */
  items: number[];
  unreadItems: number[];
  /** Where an earlier check did not end: bytes of it that are taken over, or what was done to the file, for which none are. */
  earlier: { bytes: number; change: FileChange | null } | null;
}

/** Benchmarks as threads share them: the arrays lie in shared memory. Plain data. */
export interface SharedIndex {
  items: BenchmarkItem[];
  arrays: IndexArrays;
  image: IndexImage;
  /** Items of each benchmark, and its rows that cannot be read. */
  counts: number[];
  unread: number[];
}

/** What threads that check parts of a file are given. Plain data. */
export interface PreparedCheck {
  index: SharedIndex;
  learned: LearnedRows;
}

/** Reads the benchmarks, and learns from the first rows of the file where its texts are. */
export async function prepareCheck(store: FileStore, wish: ContaminationWish): Promise<PreparedCheck> {
  const index = await indexBenchmarks(store, wish.benchmarks);
  return { index, learned: await learnRows(store, wish.file, wish.profile) };
}

export async function indexBenchmarks(store: FileStore, benchmarks: ProfiledFile[]): Promise<SharedIndex> {
  const lists = [];
  for (const [number, { file, profile }] of benchmarks.entries())
    lists.push(await readBenchmark(store, file, profile, number));
  const index = buildIndex(lists.flatMap((list) => list.items));
  const { items, arrays } = index;
  const counts = lists.map((list) => list.items.length);
  const unread = lists.map((list) => list.unread);
  return shareIndex({ items, arrays, image: imageOf(index), counts, unread });
}

/** The same, in memory that threads share. */
export function shareIndex({ arrays, image, ...rest }: SharedIndex): SharedIndex {
  const entries = Object.entries(arrays).map(([name, array]: [string, Uint32Array | Float64Array]) => {
    const memory = sharedCopy(array);
    return [name, array instanceof Uint32Array ? new Uint32Array(memory) : new Float64Array(memory)];
  });
  const bytes = new Uint8Array(sharedCopy(image.bytes));
  return { ...rest, arrays: Object.fromEntries(entries) as IndexArrays, image: { ...image, bytes } };
}

/** The memory of a list that is in shared memory already is taken as it is. */
function sharedCopy(list: Uint8Array | Uint32Array | Float64Array): SharedArrayBuffer {
  if (list.buffer instanceof SharedArrayBuffer && list.byteLength === list.buffer.byteLength)
    return list.buffer;
  const memory = new SharedArrayBuffer(list.byteLength);
  new Uint8Array(memory).set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  return memory;
}

/** Finds the rows of a file that hold items of benchmarks: of each row the likeliest item. */
export class ContaminationCheck {
  private readonly index: BenchmarkIndex;
  private readonly image: IndexImage;
  private readonly matcher: Matcher;
  private readonly fields: RowFields;
  private readonly wish: ContaminationWish;
  private readonly boilerplate: Boilerplate;
  /** The profile for rows whose traces hold no item. */
  private readonly asking: Profile;
  private readonly translated: TranslatedItems | null;
  private known: RowScanner | null | undefined;

  constructor(wish: ContaminationWish, { index, learned }: PreparedCheck) {
    this.wish = wish;
    this.asking = withoutSolutions(wish.profile);
    this.image = index.image;
    this.index = new BenchmarkIndex(index.items, index.arrays);
    this.boilerplate = new Boilerplate(learned.boilerplate).apartFrom(this.index.seeds);
    this.matcher = new Matcher(this.index, this.boilerplate);
    this.fields = new RowFields(learned.fields);
    this.translated = linksTranslations(wish.profile) ? new TranslatedItems(index.items) : null;
  }

  /**
   * The hits in the rows that begin from byte `from` to byte `to`; rows are counted from the first of these. A part of some size is
   * scanned for the rows in which an item may be, where the fields of rows are known.
   */
  async *part(open: OpenFile, from: number, to: number): AsyncGenerator<PartCheck> {
    const scanner = to - from >= LEAST_SCANNED ? this.scanner() : this.known;
    if (scanner) yield* this.scannedPart(scanner, open, from, to);
    else yield* this.plainPart(open, from, to);
  }

  /** The same, each row parsed. */
  async *plainPart(open: OpenFile, from: number, to: number): AsyncGenerator<PartCheck> {
    for await (const { number, bytes, size, start, next } of walkPart(open, from, to)) {
      const check = { rows: 1, unread: 0, hits: [], bytes: next - start };
      this.take({ number, bytes, size }, check);
      yield check;
    }
  }

  private async *scannedPart(
    scanner: RowScanner,
    open: OpenFile,
    from: number,
    to: number,
  ): AsyncGenerator<PartCheck> {
    let check: PartCheck = { rows: 0, unread: 0, hits: [], bytes: 0 };
    let before = { rows: 0, bytes: 0 };
    for await (const now of scanPart(open, from, to, scanner, (row) => this.take(row, check, true))) {
      yield { ...check, rows: now.rows - before.rows, bytes: now.bytes - before.bytes };
      before = now;
      check = { rows: 0, unread: 0, hits: [], bytes: 0 };
    }
  }

  /** Made for the first part that is worth it; null where rows have to be read to be told, as where they name what they translate. */
  private scanner(): RowScanner | null {
    if (this.known !== undefined) return this.known;
    const { least, onlyProblems = false } = this.wish;
    const ways = this.translated ? null : this.fields.waysByKey(onlyProblems);
    this.known = ways && new RowScanner(this.image, this.boilerplate, least);
    if (ways) this.known?.setFields(ways, onlyProblems ? AS_PROBLEM : AS_PROBLEM | AS_TRACE);
    return this.known;
  }

  private take({ number, bytes, size }: LikelyRow, check: PartCheck, likely = false): void {
    const hit = size > bytes.length ? undefined : this.row(number, bytes, likely);
    if (hit) check.hits.push(hit);
    if (hit === undefined && size > 0) check.unread++;
  }

  /** The hit in a row, which is already known to be `likely`; undefined when it cannot be read. */
  private row(number: number, bytes: Uint8Array, likely: boolean): Hit | null | undefined {
    const parsed = parseRow(decodeRow(bytes));
    if (parsed.kind !== 'value') return undefined;
    const { least, profile, onlyProblems = false } = this.wish;
    const texts = this.fields.textsOf(parsed.value, onlyProblems);
    const ways = texts ? this.waysIn(texts, likely ? this.known : null) : AS_PROBLEM | AS_TRACE;
    if (ways === 0 && !this.translated) return null;
    const withTraces = (ways & AS_TRACE) !== 0 && !onlyProblems;
    const reading = readRow(parsed.value, withTraces ? profile : this.asking);
    const all = ways === 0 ? [] : rowTexts(reading);
    const read = onlyProblems ? all.filter(({ role }) => role === 'problem') : all;
    const [match] = this.matcher.match(read, least);
    if (match) return hitOf(number, match, this.index);
    return this.translated?.find(number, reading, least) ?? null;
  }

  /** In which ways an item may be in any of a row's texts: as a problem, in a trace. A scanner tells faster. */
  private waysIn(texts: FieldText[], scanner: RowScanner | null | undefined): number {
    const { onlyProblems = false } = this.wish;
    let ways = 0;
    for (const { text, asProblem, asTrace } of texts) {
      if (asProblem && this.mayHold(text, AS_PROBLEM, scanner)) ways |= AS_PROBLEM;
      if (asTrace && !onlyProblems && this.mayHold(text, AS_TRACE, scanner)) ways |= AS_TRACE;
    }
    return ways;
  }

  private mayHold(text: string, as: number, scanner: RowScanner | null | undefined): boolean {
    return scanner
      ? scanner.isLikely(text, as)
      : this.matcher.mayMatch(text, as === AS_TRACE, this.wish.least);
  }
}

/** A scanner takes a while to be made: smaller parts are checked without. Bytes. */
const LEAST_SCANNED = 2 * 1024 * 1024;

/** What came of some rows, and how many bytes of the file they took. */
export interface PartCheck {
  rows: number;
  unread: number;
  hits: Hit[];
  bytes: number;
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
    path: text.joined ? null : text.path,
    runs,
    numbers,
  };
}
