import type { Json } from '../row/json';
import { decodeRow } from '../row/parse';
import { withPlainKeys } from '../row/plain-keys';
import type { DatasetTally } from './dataset-tally';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Counts whole rows, each with its line feed, by parsing them. Slow, and the measure of what is right. */
export function countRowsPlainly(rows: Uint8Array, tally: DatasetTally): void {
  for (let at = 0; at < rows.length;) {
    const feed = rows.indexOf(LINE_FEED, at);
    const end = feed === -1 ? rows.length : feed;
    countRowPlainly(rows.subarray(at, end), tally);
    at = end + 1;
  }
}

/** Counts one row, without its line feed. */
export function countRowPlainly(bytes: Uint8Array, tally: DatasetTally): void {
  const row = bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  const text = decodeRow(row);
  if (/^[ \t\r]*$/.test(text)) tally.addBlank();
  else addParsed(text, tally);
}

function addParsed(text: string, tally: DatasetTally): void {
  let value: Json;
  try {
    value = JSON.parse(withPlainKeys(text));
  } catch {
    tally.addBroken();
    return;
  }
  tally.addRow(value);
}
