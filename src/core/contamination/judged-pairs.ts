import type { SignedDecision } from '../annotation/event';
import type { Fold } from '../annotation/fold';
import { digest } from '../row/key';
import type { HitJudgement, JudgedKind } from './hit';

type Judged = Extract<SignedDecision, { what: JudgedKind }>;

/** The standing verdicts on each pair of texts, by the pair's digest. */
export type JudgedPairs = ReadonlyMap<string, readonly Judged[]>;

/** By what a row's text and an item are known again, in whatever row and dataset they stand. */
export function pairDigest(rowText: string, itemText: string): string {
  return digest(`${digest(rowText)} ${digest(itemText)}`);
}

export function judgedPairs(fold: Fold, kind: JudgedKind): JudgedPairs {
  const pairs = new Map<string, Judged[]>();
  for (const key of fold.rowKeys) {
    for (const decision of fold.standing(key)) {
      if (!isJudged(decision, kind)) continue;
      const known = pairs.get(decision.value.pair);
      if (known) known.push(decision);
      else pairs.set(decision.value.pair, [decision]);
    }
  }
  return pairs;
}

function isJudged(decision: SignedDecision, kind: JudgedKind): decision is Judged {
  return decision.what === kind;
}

/** The same for two rows, of which either may be the one that stays. */
export function rowsDigest(oneText: string, otherText: string): string {
  return oneText < otherText ? pairDigest(oneText, otherText) : pairDigest(otherText, oneText);
}

/** What tells a hit to those who judged: the row's key, the item and the benchmark or file that it is of, and the two texts. */
export interface JudgedHit {
  key: string;
  pair: string;
  source: string;
  item: string;
}

/** One's own verdict, else the newest: on this row and item, else on the same two texts elsewhere. Null where there is none. */
export function judgementOf(hit: JudgedHit, pairs: JudgedPairs, me: string | null): HitJudgement | null {
  const all = pairs.get(hit.pair) ?? [];
  const here = all.filter(({ row, value }) => row.key === hit.key && isOn(hit, value));
  const told = here.length > 0 ? here : all;
  const chosen = newest(told.filter(({ annotator }) => annotator === me)) ?? newest(told);
  if (!chosen) return null;
  const { annotator: by, value, row } = chosen;
  const against = told.filter((one) => one.value.verdict !== value.verdict && one.annotator !== by);
  return {
    verdict: value.verdict,
    by,
    as: here.length > 0 ? null : row.number,
    against: [...new Set(against.map(({ annotator }) => annotator))],
  };
}

function isOn({ source, item }: JudgedHit, value: Judged['value']): boolean {
  return ('benchmark' in value ? value.benchmark : value.file) === source && value.item === item;
}

function newest(judged: readonly Judged[]): Judged | undefined {
  return judged.reduce<Judged | undefined>((last, one) => (last && last.id > one.id ? last : one), undefined);
}
