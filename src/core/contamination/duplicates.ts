import type { Split } from '../link/splits';
import { buildIndex } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { Boilerplate } from './boilerplate';
import { CandidateFinder, IN_PROBLEM } from './candidates';
import { THRESHOLDS } from './decision';
import { DisjointSets } from './disjoint-sets';
import { wholeHash } from './features';
import { NearProblems } from './near-problems';
import { PairJudge } from './pair-judge';
import type { PairLikeness } from './pair-judge';
import { tokenise } from './tokenise';

/** A problem of one of several files. */
export interface Problem {
  file: number;
  /** 0-based */
  row: number;
  text: string;
  split: Split | null;
  /** How it is rated: the highest of a group stays under the rule `best`. Null where it is not. */
  rating?: number | null;
}

/** Which one of a group stays: the first, the longest, or the best rated; where there are several, the first of these. */
export type KeepRule = 'first' | 'longest' | 'best';

/** `linked`: it is not alike, but its dataset or somebody links it with a row of the group, and the two are of different splits. */
export type DuplicateClass = PairLikeness['class'] | 'linked';

/** A problem that another one has as well. */
export interface Duplicate {
  problem: Problem;
  /** Groups are counted from 0, in the order of their first rows. */
  group: number;
  /** How it is like `like`. Null on the one that stays. */
  class: DuplicateClass | null;
  /** Null on the one that stays, and on linked ones. */
  score: number | null;
  /** The problem of the group that it was found to be like. Null on the one that stays. */
  like: Problem | null;
  kept: Problem;
  /** The group has rows of more than one split. */
  leak: boolean;
}

/** Two problems that are alike, by their places among all. */
interface Join {
  one: number;
  other: number;
  class: DuplicateClass;
  score: number | null;
}

/** Finds problems that are the same: word for word, nearly, in other words, or with other numbers. */
export class DuplicateSearch {
  private readonly problems: Problem[];
  private readonly groups: DisjointSets;
  private readonly joins: Join[] = [];
  /** The first problem of each wording, as items of the index. */
  private readonly different: number[];
  private readonly index: BenchmarkIndex;
  private readonly judge: PairJudge;
  private readonly near: NearProblems;
  private readonly finder: CandidateFinder;

  constructor(problems: Problem[]) {
    this.problems = problems;
    this.groups = new DisjointSets(problems.length);
    this.different = differentOnes(problems, (one, other) =>
      this.join({ one, other, class: 'exact', score: 1 }),
    );
    const boilerplate = new Boilerplate();
    for (const at of this.different) boilerplate.learn(tokenise(this.textOf(at).slice(0, LONGEST_LEARNED)));
    const items = this.different.map((at) => ({
      ...{ benchmark: 0, row: at, id: String(at) },
      ...{ text: this.textOf(at), answer: null },
    }));
    const read = (text: string) => boilerplate.without(tokenise(text));
    this.index = buildIndex(items, read);
    this.judge = new PairJudge(this.index);
    this.near = new NearProblems(items.length);
    this.finder = new CandidateFinder(this.index);
  }

  /** Compares all. Yields now and then the share that is done. */
  *compare(): Generator<number> {
    for (let item = 0; item < this.different.length; item++) {
      for (const other of this.nearly(item)) this.compareTwo(other, item);
      for (const other of this.otherwise(item)) this.compareTwo(other, item);
      if (item % TELL_EVERY === 0) yield item / this.different.length;
    }
  }

  /** Joins rows that are linked, by their places among the problems, where they are of different splits. */
  link(linked: readonly number[]): void {
    const [one] = linked;
    if (one === undefined || new Set(linked.map((at) => this.problems[at]?.split)).size < 2) return;
    for (const other of linked.slice(1))
      if (!this.groups.together(one, other)) this.join({ one, other, class: 'linked', score: null });
  }

  /** What was found, group after group. */
  found(keep: KeepRule): Duplicate[] {
    const best = this.bestJoins();
    return [...membersOf(this.groups, this.problems.length).values()]
      .filter(({ length }) => length > 1)
      .flatMap((rows, group) => this.ofGroup(rows, group, keep, best));
  }

  /** The items that may be nearly the same, as far as they came before. */
  private nearly(item: number): number[] {
    return this.near.add(this.index.tokensOf(item));
  }

  /** The items that share a run of words, or rare words and numbers. */
  private otherwise(item: number): number[] {
    return this.finder
      .find(this.index.tokensOf(item), IN_PROBLEM)
      .flatMap((found) => (found.item === item ? [] : [found.item]));
  }

  private compareTwo(one: number, other: number): void {
    const [first, second] = [this.different[one] ?? 0, this.different[other] ?? 0];
    if (this.groups.together(first, second)) return;
    const how = this.judge.judge(one, other, THRESHOLDS.remove);
    if (how) this.join({ one: Math.min(first, second), other: Math.max(first, second), ...how });
  }

  private join(join: Join): void {
    this.groups.join(join.one, join.other);
    this.joins.push(join);
  }

  /** Of each problem the join by which it is most alike to another one: an earlier one, where there is any. */
  private bestJoins(): Map<number, Join> {
    const best = new Map<number, Join>();
    const put = (at: number, join: Join) => {
      if ((join.score ?? 0) > (best.get(at)?.score ?? -1)) best.set(at, join);
    };
    for (const join of this.joins) put(join.other, join);
    for (const join of this.joins) if (!best.has(join.one)) put(join.one, join);
    return best;
  }

  private ofGroup(rows: number[], group: number, keep: KeepRule, joins: Map<number, Join>): Duplicate[] {
    const own = rows.flatMap((at) => this.problems[at] ?? []);
    const kept = keptOf(own, keep);
    if (!kept) return [];
    const leak = new Set(own.map(({ split }) => split)).size > 1;
    return rows.flatMap((at, place) => {
      const problem = own[place];
      if (!problem) return [];
      const join = problem === kept ? undefined : joins.get(at);
      const like = join && (this.problems[join.one === at ? join.other : join.one] ?? null);
      const how = { class: join?.class ?? null, score: join?.score ?? null, like: like ?? null };
      return [{ problem, group, ...how, kept, leak }];
    });
  }

  private textOf(at: number): string {
    return this.problems[at]?.text ?? '';
  }
}

const LONGEST_LEARNED = 10_000;
const TELL_EVERY = 100;

/** The duplicates among problems, in one go. */
export function findDuplicates(problems: Problem[], keep: KeepRule): Duplicate[] {
  const search = new DuplicateSearch(problems);
  for (const _ of search.compare());
  return search.found(keep);
}

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

function keptOf(own: Problem[], keep: KeepRule): Problem | undefined {
  if (keep === 'first' || own.length === 0) return own[0];
  const worth = ({ text, rating }: Problem) => (keep === 'longest' ? text.length : (rating ?? -Infinity));
  return own.reduce((best, one) => (worth(one) > worth(best) ? one : best));
}

function membersOf(groups: DisjointSets, size: number): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (let at = 0; at < size; at++) {
    const known = members.get(groups.of(at));
    if (known) known.push(at);
    else members.set(groups.of(at), [at]);
  }
  return members;
}
