import type { Split } from '../link/splits';
import { buildIndex } from './benchmark-index';
import { Boilerplate } from './boilerplate';
import { THRESHOLDS } from './decision';
import type { MatchClass } from './decision';
import { wholeHash } from './features';
import { Matcher } from './match-texts';
import { tokenise } from './tokenise';

/** A problem of one of several files. */
export interface Problem {
  file: number;
  /** 0-based */
  row: number;
  text: string;
  split: Split | null;
}

/** Which one of a group stays. */
export type KeepRule = 'first' | 'longest';

/** A problem that another one has as well. */
export interface Duplicate {
  problem: Problem;
  /** Groups are counted from 0, in the order of their first rows. */
  group: number;
  /** How it is like the one it was found by. Null on the one that stays. */
  class: Exclude<MatchClass, 'in the trace'> | null;
  /** Null on the one that stays. */
  score: number | null;
  kept: Problem;
  /** The group has rows of more than one split. */
  leak: boolean;
}

interface Join {
  class: Exclude<MatchClass, 'in the trace'>;
  score: number;
}

/**
 * Problems that are the same, in their order: word for word, nearly, in other words, or with other numbers. Each is compared with
 * those before it, as with the items of a benchmark.
 */
export function findDuplicates(problems: Problem[], keep: KeepRule): Duplicate[] {
  const groups = new Groups(problems.length);
  const joins = new Map<number, Join>();
  const join = (one: number, other: number, how: Join) => {
    groups.join(one, other);
    const known = joins.get(other);
    if (!known || how.score > known.score) joins.set(other, how);
  };
  const different = differentOnes(problems, (first, again) =>
    join(first, again, { class: 'exact', score: 1 }),
  );
  const boilerplate = new Boilerplate();
  const items = different.map((at) => ({ at, text: problems[at]?.text ?? '' }));
  for (const { text } of items) boilerplate.learn(tokenise(text.slice(0, LONGEST_LEARNED)));
  const index = buildIndex(
    items.map(({ at, text }) => ({ benchmark: 0, row: at, id: String(at), text, answer: null })),
  );
  const matcher = new Matcher(index, boilerplate);
  for (const [number, { at, text }] of items.entries()) {
    const found = matcher.match([{ role: 'problem', path: [], start: 0, text }], THRESHOLDS.remove);
    for (const { item, class: how, score } of found) {
      if (item === number || how === 'in the trace') continue;
      const other = items[item]?.at ?? at;
      join(Math.min(at, other), Math.max(at, other), { class: how, score });
    }
  }
  return listed(problems, groups, joins, keep);
}

const LONGEST_LEARNED = 10_000;

/** The first problem of each wording; `onAgain` hears of the others. A problem without words is like no other. */
function differentOnes(problems: Problem[], onAgain: (first: number, again: number) => void): number[] {
  const firsts = new Map<number, number>();
  for (const [at, { text }] of problems.entries()) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    const hash = wholeHash(tokens);
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, at);
    else onAgain(first, at);
  }
  return [...firsts.values()];
}

function listed(problems: Problem[], groups: Groups, joins: Map<number, Join>, keep: KeepRule): Duplicate[] {
  const members = membersOf(groups, problems.length);
  return [...members.values()]
    .filter(({ length }) => length > 1)
    .flatMap((rows, group) => {
      const own = rows.flatMap((at) => problems[at] ?? []);
      const kept = keptOf(own, keep);
      const leak = new Set(own.map(({ split }) => split)).size > 1;
      return rows.flatMap((at, place) => {
        const problem = own[place];
        if (!problem || !kept) return [];
        const how = problem === kept ? undefined : (joins.get(at) ?? joinOfFirst(rows, joins));
        return [{ problem, group, class: how?.class ?? null, score: how?.score ?? null, kept, leak }];
      });
    });
}

/** The first of a group was found by none before it: when another stays, it is like that one as the others are like it. */
function joinOfFirst(rows: number[], joins: Map<number, Join>): Join | undefined {
  return rows.flatMap((at) => joins.get(at) ?? [])[0];
}

function keptOf(own: Problem[], keep: KeepRule): Problem | undefined {
  if (keep === 'first' || own.length === 0) return own[0];
  return own.reduce((longest, one) => (one.text.length > longest.text.length ? one : longest));
}

function membersOf(groups: Groups, size: number): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let at = 0; at < size; at++) {
    const known = members.get(groups.of(at));
    if (known) known.push(at);
    else members.set(groups.of(at), [at]);
  }
  return members;
}

/** Sets that grow together (union-find); each is named by its least number. */
class Groups {
  private readonly above: Uint32Array;

  constructor(size: number) {
    this.above = Uint32Array.from({ length: size }, (_, at) => at);
  }

  of(number: number): number {
    let at = number;
    while (this.above[at] !== at) {
      const higher = this.above[this.above[at] ?? at] ?? at;
      this.above[at] = higher;
      at = higher;
    }
    return at;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    this.above[Math.max(a, b)] = Math.min(a, b);
  }
}
