import type { RowStatus } from '../../core/annotation/labelling';
import type { Profile } from '../../core/profile/profile';
import { readRow } from '../../core/profile/read-row';
import { Slices } from '../../core/scan/slices';
import type { NamedScheme } from '../../core/scheme/scheme';
import type { DatasetDocument } from '../document/dataset-document';
import { standing } from './listed-rows';
import { identify, standingOf } from './row-packets';

/** Rows that somebody began to label by what is asked, and did not finish. */
interface BegunRows {
  annotator: string;
  profile: Profile;
  scheme: NamedScheme | null;
  begun: Set<string>;
  /** Rows of which it is known, by their keys. */
  known: Set<string>;
}

/** Of what was asked last. */
const counted = new WeakMap<DatasetDocument, BegunRows>();

/** Takes in how a row stands after a decision. */
export function noteStatus(
  document: DatasetDocument,
  annotator: string,
  key: string,
  status: RowStatus,
): void {
  const { begun, known } = begunRows(document, annotator);
  known.add(key);
  if (status === 'begun') begun.add(key);
  else begun.delete(key);
}

/** How many of the rows labelled are not finished, as far as is known. */
export function begunCount(document: DatasetDocument, annotator: string): number {
  return begunRows(document, annotator).begun.size;
}

/** The same once every row labelled was looked at: each is read once, a few at a time. One that moved since is taken for finished. */
export async function countBegun(document: DatasetDocument, annotator: string): Promise<number> {
  const rows = begunRows(document, annotator);
  const slices = new Slices();
  for (const key of document.annotations.fold.rowsLabelledBy(annotator, rows.scheme?.name ?? null)) {
    if (rows.known.has(key)) continue;
    noteStatus(document, annotator, key, await statusOf(document, annotator, key));
    await slices.pause();
  }
  return begunCount(document, annotator);
}

function begunRows(document: DatasetDocument, annotator: string): BegunRows {
  const { profile, asks } = document.inForce;
  const last = counted.get(document);
  if (last?.annotator === annotator && last.profile === profile && last.scheme === asks.scheme) return last;
  const rows = {
    annotator,
    profile,
    scheme: asks.scheme,
    begun: new Set<string>(),
    known: new Set<string>(),
  };
  counted.set(document, rows);
  return rows;
}

async function statusOf(document: DatasetDocument, annotator: string, key: string): Promise<RowStatus> {
  const place = document.annotations.fold.standing(key).findLast((event) => event.annotator === annotator);
  const [raw] = place ? await document.rows(place.row.number, 1) : [];
  const row = raw && identify(document, raw);
  if (row?.key !== key || row.value === undefined) return 'done';
  const { profile, asks } = document.inForce;
  const reading = readRow(row.value, profile);
  return standing(reading, standingOf(document, row, annotator, false), asks.scheme).status;
}
