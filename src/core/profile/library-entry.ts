import type { SourceText } from './reading';

/** A problem, hint or concept that rows of a sibling file refer to by its id. */
export interface LibraryEntry {
  id: string;
  kind: 'problem' | 'hint' | 'concept';
  name: string | null;
  source: SourceText;
  /** A problem's reference answers. */
  answers: SourceText[];
  file: string;
  /** 0-based */
  row: number;
}
