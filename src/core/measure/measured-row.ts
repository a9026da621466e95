import type { Reading } from '../profile/reading';
import type { Json } from '../row/json';
import type { Figure } from './figure';
import type { Attempts } from './attempts';
import { attemptsOf } from './attempts';

/** A row as measures see it. */
export interface MeasuredRow {
  /** 0-based */
  number: number;
  /** Lasting identity, which the same row has in another file. */
  key: string;
  value: Json;
  reading: Reading;
  attempts: Attempts[];
}

/** One measure: it hears of every row, and tells its figures at the end; none where the rows lack what it needs. */
export interface Measurer {
  add(row: MeasuredRow): void;
  figures(): Figure[];
}

export function measuredRow(number: number, key: string, value: Json, reading: Reading): MeasuredRow {
  return { number, key, value, reading, attempts: attemptsOf(value, reading) };
}

/** Whether the row is right by its attempts of `by`: all of them are; null where nothing says. */
export function rightBy(attempts: Attempts[], by: string): boolean | null {
  const of = attempts.find((each) => each.by === by);
  return of ? of.right === of.total : null;
}
