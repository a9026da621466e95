import type {
  DuplicateProgress,
  DuplicateWish,
  FoundDuplicates,
} from '../core/contamination/find-duplicates';

/** A thread that looks for duplicates is started with this. It opens the files itself, and reads them one after the other. */
export type DuplicateRequest = DuplicateWish;

/** What it says: how far it is, several times a second at most; then one `done`, or one `failed`. */
export type DuplicateReport =
  DuplicateProgress | { kind: 'done'; found: FoundDuplicates } | { kind: 'failed'; message: string };
