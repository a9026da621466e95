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

const RUN_WORDS = '(?:global[_-]?)?(?:run|steps?|ckpt|checkpoint|epoch|iter|v)';
const RUN = new RegExp(`^(?<stem>.*?)(?:@(?<at>.+)|[_-](?<run>${RUN_WORDS}[_-]?\\d+))$`, 'i');
/** What stands behind an @ when it is a checkpoint: `step100`, `2000`, `10k`, `final`. A model (`n@alpha`) is none. */
const CHECKPOINT = new RegExp(
  `^(?:${RUN_WORDS}[_-]?\\d+|\\d+(?:\\.\\d+)?[km]?|base|init|initial|start|best|final|last|end)$`,
  'i',
);
/** Scores of so many samples or results: `maj@8`, `recall@5`. */
const OF_SAMPLES =
  /(?:^|[^a-z])(?:n|c|pass|maj(?:ority)?|cons(?:ensus)?|sc|vote|avg|mean|best|bon|top|hits?|recall|precision|ndcg|mrr|map|rm|prm|orm|acc(?:uracy)?|k)$/i;

/** A column of one run or checkpoint: `difficulty@step100`, `loss_run1`. Null for any other, and for scores of k samples. */
export function runOf(name: string): { stem: string; run: string } | null {
  const groups = RUN.exec(name)?.groups;
  const { stem = '', at = '' } = groups ?? {};
  const run =
    groups?.['run'] ?? (CHECKPOINT.test(at) && !(OF_SAMPLES.test(stem) && /^\d+$/.test(at)) ? at : '');
  return run === '' || stem === '' ? null : { stem, run };
}

/** Runs in the order of the numbers in their names, `step100` before `step1000`, between the first (`base`) and the last (`final`). */
export function compareRuns(a: string, b: string): number {
  return endOf(a) - endOf(b) || a.localeCompare(b, 'en', { numeric: true });
}

function endOf(run: string): number {
  return Number(/(?:best|final|last|end)$/i.test(run)) - Number(/(?:base|init|initial|start)$/i.test(run));
}

const WORSE = new Set(['loss', 'losses', 'error', 'errors', 'nll', 'perplexity', 'ppl', 'difficulty']);

/** A larger number of this name is worse: one of its words says so, `valLoss` and `loss_run1`, not `glossary`. */
export function isWorseWhenLarger(name: string): boolean {
  const words = name
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .match(/[a-z]+/g);
  return words?.some((word) => WORSE.has(word)) ?? false;
}
