import type { LibraryEntry } from '../profile/library-entry';

/** Two entries that cannot be told apart: one id for two texts, or one name or text under two ids. */
export interface Duplicate {
  entry: LibraryEntry;
  /** The one that came first. */
  first: LibraryEntry;
  by: 'id' | 'name' | 'text';
}

/** What rows may refer to, each entry once. Rows of a library with one id are one entry, with the examples of all of them. */
export class ConceptLibrary {
  readonly entries: LibraryEntry[] = [];
  readonly duplicates: Duplicate[] = [];
  private readonly byId = new Map<string, LibraryEntry>();
  private readonly byWords = new Map<string, LibraryEntry>();

  constructor(read: Iterable<LibraryEntry>) {
    for (const entry of read) this.add(entry);
  }

  /** The entry of an id, or of a name or text as people write them: the case and spaces do not matter. */
  find(reference: string): LibraryEntry | undefined {
    return this.byId.get(reference) ?? this.byWords.get(wordsKey(reference));
  }

  add(entry: LibraryEntry): void {
    const known = this.byId.get(entry.id);
    if (known) return this.addAgain(known, entry);
    const own = { ...entry, examples: [...entry.examples] };
    this.byId.set(own.id, own);
    this.entries.push(own);
    this.noteWords(own, own.name, 'name');
    if (own.name !== own.source.text) this.noteWords(own, own.source.text, 'text');
  }

  /** The same entry, be it in another file or with one more example; else two with one id. */
  private addAgain(known: LibraryEntry, entry: LibraryEntry): void {
    const same = wordsKey(known.source.text) === wordsKey(entry.source.text) && known.name === entry.name;
    if (!same) this.duplicates.push({ entry, first: known, by: 'id' });
    else for (const each of entry.examples) if (!known.examples.includes(each)) known.examples.push(each);
  }

  /** A name that a text has is no duplicate of that text: hints often only name their concept. */
  private noteWords(entry: LibraryEntry, words: string | null, by: 'name' | 'text'): void {
    if (words === null) return;
    const known = this.byWords.get(wordsKey(words));
    if (!known) this.byWords.set(wordsKey(words), entry);
    else if (known !== entry && known.kind === entry.kind && hasSame(known, entry, by))
      this.duplicates.push({ entry, first: known, by });
  }
}

function hasSame(one: LibraryEntry, other: LibraryEntry, by: 'name' | 'text'): boolean {
  const words = ({ name, source }: LibraryEntry) => wordsKey(by === 'name' ? (name ?? '') : source.text);
  return words(one) === words(other) && (by === 'text' || samePlace(one, other));
}

/** Two branches of a tree may well have leaves of one name. */
function samePlace(one: LibraryEntry, other: LibraryEntry): boolean {
  return one.path.join('\n') === other.path.join('\n');
}

/** What is the same in two spellings of a name. */
export function wordsKey(words: string): string {
  return words.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What people call an entry: its name, else how its text begins, without the marks of formulas. */
export function titleOf({ name, source }: LibraryEntry): string {
  const text = source.dialect === 'champ' ? source.text.replaceAll('@@', '') : source.text;
  const words = (name ?? text).replace(/\s+/g, ' ').trim();
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1)}…`;
}

const LONGEST_TITLE = 80;
