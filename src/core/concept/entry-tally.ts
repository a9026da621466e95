import type { LibraryEntry } from '../profile/library-entry';
import { printText } from '../query/print-query';
import { titleOf } from './concept-library';
import type { ConceptLibrary } from './concept-library';
import type { CountedEntry } from './concept-report';
import type { Buckets, RowValue } from './row-buckets';

type Value = RowValue['value'] | null;

/** Ways of naming one entry that a query looks for. */
const MOST_SPELLINGS = 6;

/** How often one entry is used. */
export class EntryTally {
  rows = 0;
  steps = 0;
  isTagged = false;
  readonly entry: LibraryEntry;
  /** Whether a library has it; else only rows or tags name it. */
  readonly ofLibrary: boolean;
  /** Its place among all entries. */
  readonly place: number;
  private readonly tagged = new Map<string, number>();
  private readonly queries = new Set<string>();
  /** Rows by level, then by split. */
  private readonly cells = new Map<Value, Map<Value, number>>();

  constructor(entry: LibraryEntry, ofLibrary: boolean, place: number) {
    this.entry = entry;
    this.ofLibrary = ofLibrary;
    this.place = place;
  }

  addQuery(query: string): void {
    if (this.queries.size < MOST_SPELLINGS) this.queries.add(query);
  }

  addTagged(by: string): void {
    this.tagged.set(by, (this.tagged.get(by) ?? 0) + 1);
  }

  /** Counts a row of this level and split. */
  addCell(level: Value, split: Value): void {
    let bySplit = this.cells.get(level);
    if (!bySplit) this.cells.set(level, (bySplit = new Map()));
    bySplit.set(split, (bySplit.get(split) ?? 0) + 1);
  }

  counted(library: ConceptLibrary, levels: Buckets, splits: Buckets): CountedEntry {
    const { entry, rows, steps, ofLibrary } = this;
    const parent = entry.parent === null ? undefined : library.find(entry.parent);
    return {
      id: entry.id,
      kind: entry.kind,
      title: titleOf(entry),
      text: entry.source.text,
      dialect: entry.source.dialect,
      path: entry.path,
      parent: parent && parent.id !== entry.id ? parent.id : null,
      examples: entry.examples.length,
      place: ofLibrary ? { file: entry.file, row: entry.row } : null,
      rows,
      steps,
      tagged: Object.fromEntries(this.tagged),
      query: this.query,
      cells: this.cellsIn(levels, splits),
    };
  }

  private get query(): string {
    const parts = [...this.queries, ...(this.isTagged ? [`tag(any):${printText(this.entry.id)}`] : [])];
    return parts.length > 1 ? `(${parts.join(' or ')})` : (parts[0] ?? '');
  }

  /** Values that share a bucket are counted together. */
  private cellsIn(levels: Buckets, splits: Buckets): CountedEntry['cells'] {
    const counted = new Map<string, CountedEntry['cells'][number]>();
    for (const [hard, bySplit] of this.cells) {
      for (const [part, rows] of bySplit) {
        const [level, split] = [levels.placeOf(hard), splits.placeOf(part)];
        const before = counted.get(`${level} ${split}`)?.rows ?? 0;
        counted.set(`${level} ${split}`, { level, split, rows: before + rows });
      }
    }
    return [...counted.values()].toSorted((a, b) => a.level - b.level || a.split - b.split);
  }
}
