import { digest } from '../row/key';
import type { RowChange } from './row-changes';

/** A change of a row that is still the one that somebody saw; `hash` is that of its bytes. */
export function ofSeenRow({ number, hash }: { number: number; hash: string }, change: RowChange): RowChange {
  return async (rows) => {
    const now = number < rows.rowCount ? await rows.row(number) : null;
    if (!now || digest(now.bytes) !== hash)
      throw new Error(`Row ${number + 1} is another than you saw: look at it again, then edit it.`);
    return change(rows);
  };
}

/** A change of rows whose numbers still stand for the rows that somebody saw under `numbering`. */
export function ofSeenNumbers(numbering: number, change: RowChange): RowChange {
  return async (rows) => {
    if (rows.numbering !== numbering)
      throw new Error(
        'Rows were added, deleted or moved meanwhile. Nothing was changed: look at them again.',
      );
    return change(rows);
  };
}
