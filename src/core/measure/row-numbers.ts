import { measuresIn } from '../profile/decoders/beside';
import type { Json } from '../row/json';
import { isObject } from '../row/json';

/** The numbers among a row's own fields, by name: also those written as text. */
export function rowNumbers(row: Json): Map<string, number> {
  const numbers = new Map<string, number>();
  if (!isObject(row)) return numbers;
  for (const name of Object.keys(row)) {
    const value = row[name];
    const number = isObject(value) ? undefined : measuresIn(value, [])[0]?.value;
    if (number !== undefined) numbers.set(name, number);
  }
  return numbers;
}

const RUN = /^(?<stem>.*?)(?:@(?<at>.+)|[_-](?<run>(?:run|step|ckpt|checkpoint|epoch|iter|v)[_-]?\d+))$/i;

/** A column of one run or checkpoint: `difficulty@step100`, `loss_run1`. Null for any other, and for pass@k. */
export function runOf(name: string): { stem: string; run: string } | null {
  const groups = /^pass(?:@|_at_)/i.test(name) ? undefined : RUN.exec(name)?.groups;
  const run = groups?.['at'] ?? groups?.['run'];
  const stem = groups?.['stem'];
  return run === undefined || stem === undefined || stem === '' ? null : { stem, run };
}

/** Runs in the order of the numbers in their names, `step100` before `step1000`. */
export function compareRuns(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

/** A larger number of this name is worse. */
export function isWorseWhenLarger(name: string): boolean {
  return /loss|error|nll|perplexity|ppl|difficulty/i.test(name);
}
