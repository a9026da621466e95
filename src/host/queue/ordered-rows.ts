import type { SortDirection } from '../../core/query/sort-keys';
import type { SortReport } from '../../protocol/sort-worker';
import { BY_DISAGREEMENT, BY_VERDICT } from '../../protocol/table';
import type { Sort } from '../../protocol/table';
import { runSortThread } from '../../workers/threads';
import type { DatasetDocument } from '../document/dataset-document';
import { disagreementOrder } from './disagreement-order';
import { verdictOrder } from './verdict-order';

/** What is put in order, and by what. */
interface Ordering {
  document: DatasetDocument;
  /** Rows of the file; null for all of them. */
  hits: number[] | null;
  /** The built thread that sorts. */
  script: string;
  signal: AbortSignal;
  /** Told which share of the file was read. */
  tell: (share: number) => void;
}

/** Rows of a file in the order of a sort; null when it was ended. Rejects when the column cannot be read, or not be sorted by. */
export async function orderedRows(ordering: Ordering, sort: Sort): Promise<Uint32Array | null> {
  const { document, signal } = ordering;
  if (sort.column === 'row') return fileRows(ordering).toReversed();
  if (sort.column === BY_DISAGREEMENT) return disagreementOrder(document, fileRows(ordering), signal);
  if (sort.column === BY_VERDICT) return verdictOrder(document.checks.findings.rules, fileRows(ordering));
  const field = document.columns.sortField(sort.column);
  if (field === null) throw new Error('Rows cannot be sorted by this column.');
  return sortedInThread(ordering, field, sort);
}

async function sortedInThread(
  { document, hits, script, signal, tell }: Ordering,
  field: string,
  sort: Sort,
): Promise<Uint32Array | null> {
  const order = { field, direction: directionOf(sort), rows: hits && Uint32Array.from(hits) };
  const request = { file: document.file, profile: document.inForce.profile, order };
  let sorted: Uint32Array | null = null;
  let failure: string | null = null;
  const take = (report: SortReport) => {
    if (signal.aborted) return;
    if (report.kind === 'done') sorted = report.rows;
    else if (report.kind === 'failed') failure = report.message;
    else tell(report.bytes / Math.max(1, document.progress.bytesTotal));
  };
  await runSortThread(script, request, signal, take);
  if (failure !== null) throw new Error(failure);
  return sorted;
}

function fileRows({ document, hits }: Ordering): Uint32Array {
  if (hits) return Uint32Array.from(hits);
  return Uint32Array.from({ length: document.fileRows }, (_, row) => row);
}

export function directionOf({ descending }: Sort): SortDirection {
  return descending ? 'descending' : 'ascending';
}
