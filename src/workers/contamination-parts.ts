import type { ContaminationCount, SharedIndex } from '../core/contamination/check-file';
import type { CheckedPart, EarlierCheck, PartBounds } from '../core/contamination/check-progress';
import type { Hit } from '../core/contamination/hit';
import type { ContaminationReport } from '../protocol/contamination-worker';

/** A part of a file, how much of it was read, and what was found in it. */
export interface Part extends PartBounds {
  bytes: number;
  checked: CheckedPart | null;
}

/** A file of `size` bytes in parts of `bytes`. */
export function partsOf(size: number, bytes: number): Part[] {
  const parts: Part[] = [];
  for (let from = 0; from === 0 || from < size; from += bytes)
    parts.push({ from, to: from + bytes < size ? from + bytes : Infinity, bytes: 0, checked: null });
  return parts;
}

/** Tells what is found in the parts of a file in their order, with the file's row numbers. */
export class PartsInOrder {
  readonly count: ContaminationCount;
  private told = 0;
  private readonly parts: Part[];
  private readonly size: number;
  private readonly onReport: (report: ContaminationReport) => void;

  constructor(
    parts: Part[],
    size: number,
    { counts, unread }: Pick<SharedIndex, 'counts' | 'unread'>,
    onReport: (report: ContaminationReport) => void,
  ) {
    this.parts = parts;
    this.size = size;
    this.count = { bytes: 0, rows: 0, unread: 0, items: counts, unreadItems: unread, earlier: null };
    this.onReport = onReport;
  }

  /** Takes over what an earlier check found in these parts. */
  goOn({ parts: known, change }: EarlierCheck): void {
    let bytes = 0;
    const found = this.parts.flatMap((part) => {
      const same = known.find(({ from, to }) => from === part.from && to === part.to);
      if (same) bytes += this.sizeOf(part);
      return same ? [{ part, checked: same.checked }] : [];
    });
    this.count.earlier = { bytes, change };
    for (const { part, checked } of found) this.take(part, checked);
  }

  read(part: Part, bytes: number): void {
    this.count.bytes += bytes - part.bytes;
    part.bytes = bytes;
    this.onReport({ kind: 'progress', count: { ...this.count }, hits: [] });
  }

  take(part: Part, checked: CheckedPart): void {
    part.checked = checked;
    this.count.bytes += this.sizeOf(part) - part.bytes;
    part.bytes = this.sizeOf(part);
    const hits = this.nextHits();
    this.onReport({ kind: 'progress', count: { ...this.count }, hits });
  }

  private sizeOf({ from, to }: Part): number {
    return Math.min(to, this.size) - from;
  }

  /** Of the parts before which all are checked. */
  private nextHits(): Hit[] {
    const hits: Hit[] = [];
    for (let checked = this.parts[this.told]?.checked; checked; checked = this.parts[++this.told]?.checked) {
      for (const hit of checked.hits) hits.push({ ...hit, row: hit.row + this.count.rows });
      this.count.rows += checked.rows;
      this.count.unread += checked.unread;
    }
    return hits;
  }
}
