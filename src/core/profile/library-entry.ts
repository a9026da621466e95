import type { SourceText } from './reading';

export type LibraryKind = 'problem' | 'hint' | 'concept' | 'misconception';

/** A problem, hint, concept or misconception that rows of a sibling file refer to by its id or its name. */
export interface LibraryEntry {
  id: string;
  kind: LibraryKind;
  name: string | null;
  source: SourceText;
  /** A problem's reference answers. */
  answers: SourceText[];
  /** Names of what it stands below, the widest first: a category, the way through a tree. */
  path: string[];
  /** Id or name of the entry that it is a case of. */
  parent: string | null;
  /** Texts that the library gives as examples of it. */
  examples: string[];
  file: string;
  /** 0-based; of a JSON file, its place among the entries. */
  row: number;
}
