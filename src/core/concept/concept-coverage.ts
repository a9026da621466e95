import type { LibraryEntry } from '../profile/library-entry';
import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import { ConceptLibrary, wordsKey } from './concept-library';
import type { ConceptReport, Dangling } from './concept-report';
import { EntryTally } from './entry-tally';
import { libraryFindings } from './library-findings';
import { Buckets, levelOf, splitOf } from './row-buckets';
import type { RowValue } from './row-buckets';
import { usesOf } from './row-uses';
import type { Use } from './row-uses';
import type { TagFact } from './standing-tags';

/** Pairs beyond so many are not counted: a picture of them could not be read. */
const MOST_PAIRS = 200_000;
/** Names that only rows have: beyond so many they are no concepts. */
const MOST_OF_ROWS = 5000;
const MOST_DANGLING = 10_000;

/** Counts how the rows of a dataset use the entries of a library, row by row. */
export class ConceptCoverage {
  private readonly library: ConceptLibrary;
  /** The kinds of its entries: a reference of another one could be found nowhere. */
  private readonly kinds: ReadonlySet<LibraryEntry['kind']>;
  private readonly tallies = new Map<string, EntryTally>();
  private readonly pairs = new Map<number, number>();
  private readonly levels = new Map<RowValue['value'] | null, RowValue | null>();
  private readonly splits = new Map<RowValue['value'] | null, RowValue | null>();
  private readonly dangling: Dangling[] = [];
  private readonly file: string;
  private rows = 0;
  private rowsWithAny = 0;
  /** Whether a name of a row was that of an entry: only then are names that are none worth a finding. */
  private namesMeet = false;

  /** `file`: the dataset, whose name may tell the split. */
  constructor(entries: Iterable<LibraryEntry>, file: string) {
    this.file = file;
    this.library = new ConceptLibrary(entries);
    this.kinds = new Set(this.library.entries.map(({ kind }) => kind));
    for (const entry of this.library.entries) this.newTally(entry, true);
  }

  /** Counts a row. `tags`: what annotators put on it. */
  add(value: Json, reading: Reading, row: number, tags: readonly TagFact[] = []): void {
    this.rows++;
    const used = new Set<EntryTally>();
    for (const use of usesOf(value, reading)) this.addUse(use, row, used);
    for (const tally of used) tally.rows++;
    for (const { steps } of reading.traces)
      for (const { uses } of steps) for (const id of uses) this.addStep(id, used);
    for (const tag of tags) used.add(this.tagged(tag));
    for (const by of new Set(tags.map((tag) => tag.by))) this.countTags(tags, by);
    if (used.size === 0) return;
    this.rowsWithAny++;
    this.place(value, used);
    this.pair([...used]);
  }

  result(): ConceptReport {
    const tallies = [...this.tallies.values()];
    const levels = new Buckets(this.levels.values());
    const splits = new Buckets(this.splits.values());
    const together = Array.from(this.pairs, ([pair, rows]) => ({
      one: Math.floor(pair / 2 ** 24),
      other: pair % 2 ** 24,
      rows,
    }));
    return {
      entries: tallies.map((tally) => tally.counted(this.library, levels, splits)),
      levels: levels.list,
      splits: splits.list,
      together,
      rows: this.rows,
      rowsWithAny: this.rowsWithAny,
      findings: libraryFindings({
        dataset: this.file,
        library: this.library,
        dangling: this.dangling.filter(({ use }) => use.byId || this.namesMeet),
        unused: tallies.flatMap(({ entry, ofLibrary, rows, steps, isTagged }) =>
          ofLibrary && rows + steps === 0 && !isTagged ? [entry] : [],
        ),
        anyUsed: tallies.some(({ rows }) => rows > 0),
      }),
      files: [...new Set(this.library.entries.map(({ file }) => file))],
    };
  }

  private addUse(use: Use, row: number, used: Set<EntryTally>): void {
    const found = this.tallyOf(use.reference);
    if (found?.ofLibrary && !use.byId) this.namesMeet = true;
    if (!found?.ofLibrary && this.kinds.has(use.kind) && this.dangling.length < MOST_DANGLING)
      this.dangling.push({ use, row });
    const tally = found ?? this.tallyOfRow(use);
    if (!tally) return;
    used.add(tally);
    tally.addQuery(use.query);
  }

  private tallyOf(reference: string): EntryTally | undefined {
    const entry = this.library.find(reference);
    return this.tallies.get(entry?.id ?? reference) ?? this.tallies.get(wordsKey(reference));
  }

  /** What rows name and no library has is an entry all the same. */
  private tallyOfRow({ reference, kind }: Use): EntryTally | null {
    if (this.tallies.size >= MOST_OF_ROWS + this.library.entries.length) return null;
    return this.newTally(entryNamed(wordsKey(reference), reference, kind), false);
  }

  private addStep(id: string, used: Set<EntryTally>): void {
    const tally = this.tallyOf(id);
    if (!tally) return;
    tally.steps++;
    if (!used.has(tally)) {
      used.add(tally);
      tally.rows++;
    }
  }

  private tagged({ id, name }: TagFact): EntryTally {
    const tally = this.tallyOf(id) ?? this.newTally(entryNamed(id, name, 'concept'), false);
    tally.isTagged = true;
    return tally;
  }

  private countTags(tags: readonly TagFact[], by: string): void {
    const ids = new Set(tags.filter((tag) => tag.by === by).map(({ id }) => id));
    for (const id of ids) {
      this.tallyOf(id)?.addTagged(by);
    }
  }

  private place(value: Json, used: Set<EntryTally>): void {
    const [level, split] = [levelOf(value), splitOf(value, this.file)];
    const [hard, part] = [level?.value ?? null, split?.value ?? null];
    if (!this.levels.has(hard)) this.levels.set(hard, level);
    if (!this.splits.has(part)) this.splits.set(part, split);
    for (const tally of used) tally.addCell(hard, part);
  }

  /** Hints belong to one problem: only concepts and misconceptions stand together. */
  private pair(used: EntryTally[]): void {
    const places = used.filter(({ entry }) => entry.kind !== 'hint').map(({ place }) => place);
    places.sort((a, b) => a - b);
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        const pair = one * 2 ** 24 + other;
        const before = this.pairs.get(pair) ?? 0;
        if (before > 0 || this.pairs.size < MOST_PAIRS) this.pairs.set(pair, before + 1);
      }
    }
  }

  private newTally(entry: LibraryEntry, ofLibrary: boolean): EntryTally {
    const tally = new EntryTally(entry, ofLibrary, this.tallies.size);
    this.tallies.set(entry.id, tally);
    return tally;
  }
}

/** An entry that stands in no library. */
function entryNamed(id: string, name: string, kind: LibraryEntry['kind']): LibraryEntry {
  const source = { path: [], start: 0, end: name.length, text: name, dialect: 'markdown' as const };
  return { id, kind, name, source, answers: [], path: [], parent: null, examples: [], file: '', row: 0 };
}
