import type { FileStore } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import type { RawRow } from '../dataset/row-reader';
import { LinkScan } from '../link/link-scan';
import type { HandLink, LinkedFile } from '../link/link-scan';
import { splitIn, splitOfRow } from '../link/splits';
import { readRow } from '../profile/read-row';
import { decodeRow, parseRow } from '../row/parse';
import type { DuplicateGroup } from './duplicate-groups';
import { DuplicateSearch } from './duplicates';
import type { Problem } from './duplicates';
import { problemText } from './row-texts';

/** A file in which duplicates are looked for. */
export interface DuplicateFile extends LinkedFile {
  file: string;
}

/** What is searched, as if it were one file after the other; `byHand`: links that somebody made among rows. */
export interface DuplicateWish {
  files: DuplicateFile[];
  byHand: HandLink[];
}

/** How far a search is: bytes that were read of all files, then the share of problems that were compared. */
export type DuplicateProgress = { kind: 'read'; bytes: number } | { kind: 'compared'; share: number };

/** What a search found. Plain data. */
export interface FoundDuplicates {
  groups: DuplicateGroup[];
  /** Rows by file, and those of them that could not be read. */
  rows: number[];
  unread: number[];
  /** The measures by which any row is rated. */
  measures: string[];
}

/** Finds the rows of files that have the same problem, and those that are linked over several splits. Tells each row how far it is. */
export async function* findDuplicates(
  store: FileStore,
  wish: DuplicateWish,
): AsyncGenerator<DuplicateProgress, FoundDuplicates> {
  const reading = new ProblemReading(wish);
  let bytes = 0;
  for (const [number, { file }] of wish.files.entries()) {
    const open = await store.open(file);
    try {
      for await (const raw of walkRows(open)) {
        reading.add(number, raw);
        bytes += raw.size + 1;
        yield { kind: 'read', bytes };
      }
    } finally {
      await open.close();
    }
  }
  const { problems, rows, unread } = reading;
  const search = new DuplicateSearch(problems);
  for (const share of search.compare()) yield { kind: 'compared', share };
  reading.linkRows(search);
  return { groups: search.found(), rows, unread, measures: measuresOf(problems) };
}

/** Reads the problems of rows, and which of these are linked. */
class ProblemReading {
  readonly problems: Problem[] = [];
  readonly rows: number[];
  readonly unread: number[];
  private readonly wish: DuplicateWish;
  private readonly links: LinkScan | null;

  constructor(wish: DuplicateWish) {
    const { files, byHand } = wish;
    this.wish = wish;
    this.rows = files.map(() => 0);
    this.unread = files.map(() => 0);
    const linked = byHand.length > 0 || files.some(({ profile }) => profile.links.length > 0);
    this.links = linked ? new LinkScan(files, byHand) : null;
  }

  add(file: number, raw: RawRow): void {
    const { number: row, bytes, size } = raw;
    this.rows[file] = row + 1;
    const { profile } = this.wish.files[file] ?? {};
    const parsed = size > bytes.length ? null : parseRow(decodeRow(bytes));
    if (parsed?.kind === 'value' && profile) {
      const reading = readRow(parsed.value, profile);
      this.links?.addRead(file, raw, parsed.value, reading);
      const split = splitOfRow(parsed.value) ?? this.splitOf(file);
      const ratings = Object.fromEntries(reading.measures.map(({ name, value }) => [name, value]));
      this.problems.push({ file, row, text: problemText(reading), split, ratings });
    } else if (size > 0) this.unread[file] = (this.unread[file] ?? 0) + 1;
  }

  linkRows(search: DuplicateSearch): void {
    if (!this.links) return;
    this.links.finish();
    const { index } = this.links;
    const places = new Map(this.problems.map(({ file, row }, at) => [`${file}:${row}`, at]));
    for (let group = 0; group < index.size; group++)
      search.link(index.group(group).members.flatMap(({ file, row }) => places.get(`${file}:${row}`) ?? []));
  }

  private splitOf(file: number): Problem['split'] {
    const { split, name = '' } = this.wish.files[file] ?? {};
    return split ?? splitIn(name);
  }
}

function measuresOf(problems: readonly Problem[]): string[] {
  return [...new Set(problems.flatMap(({ ratings }) => Object.keys(ratings)))];
}
