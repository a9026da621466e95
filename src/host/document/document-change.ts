/** What happened to a document; every page on it, the problems panel and the status bar listen. */
export type DocumentChange =
  | { kind: 'indexed' }
  /** Findings or decisions of these rows changed; null: of any row. */
  | { kind: 'rows'; rows: number[] | null }
  /** Rows were edited, added, moved or deleted; `anew`: in another version of the file, and nothing before can be taken back. */
  | { kind: 'edited'; anew?: true }
  /** The edits are in the file now; the rows of the document are the rows of the file. */
  | { kind: 'saved' }
  | { kind: 'decided'; row: number; by: object }
  /** The checks go on, or were stopped. */
  | { kind: 'checking' }
  | { kind: 'checked' }
  /** More is known of which rows belong together. */
  | { kind: 'linked' }
  | { kind: 'reopened' };
