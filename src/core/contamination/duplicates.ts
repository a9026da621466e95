import { buildIndex } from './benchmark-index';
import type { BenchmarkIndex } from './benchmark-index';
import { Boilerplate } from './boilerplate';
import { CandidateFinder, IN_PROBLEM } from './candidates';
import { THRESHOLDS } from './decision';
import { DisjointSets } from './disjoint-sets';
import { isLeak } from './duplicate-groups';
import type { DuplicateGroup, DuplicateJoin, DuplicateRow } from './duplicate-groups';
import { wholeHash } from './features';
import { NearProblems } from './near-problems';
import { haveOtherOperators } from './operators';
import type { CutText } from './operators';
import { PairJudge } from './pair-judge';
import { tokenise } from './tokenise';

/** A problem of one of several files. */
export interface Problem extends Omit<DuplicateRow, 'length'> {
  text: string;
}

/** A group, and where in it the problems are. */
interface PlacedGroup {
  places: Map<number, number>;
  group: DuplicateGroup;
}

/** Finds problems that are the same: word for word, nearly, in other words, or with other numbers. */
export class DuplicateSearch {
  private readonly problems: Problem[];
  private readonly groups: DisjointSets;
  /** Their places are those among all problems. Each puts two sets into one, so that those of a group are a tree. */
  private readonly joins: DuplicateJoin[] = [];
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
    if (one === undefined || !isLeak(linked.flatMap((at) => this.problems[at] ?? []))) return;
    for (const other of linked.slice(1))
      if (!this.groups.together(one, other)) this.join({ one, other, class: 'linked', score: null });
  }

  /** What was found, in the order of the groups' first rows. */
  found(): DuplicateGroup[] {
    const groups = new Map<number, PlacedGroup>();
    for (const [at, problem] of this.problems.entries()) {
      const set = this.groups.of(at);
      const known: PlacedGroup = groups.get(set) ?? { places: new Map(), group: { rows: [], joins: [] } };
      groups.set(set, known);
      known.places.set(at, known.group.rows.length);
      known.group.rows.push(rowOf(problem));
    }
    for (const join of this.joins) {
      const { places, group } = groups.get(this.groups.of(join.one)) ?? {};
      const [one, other] = [places?.get(join.one), places?.get(join.other)];
      if (one !== undefined && other !== undefined) group?.joins.push({ ...join, one, other });
    }
    return [...groups.values()].flatMap(({ group }) => (group.rows.length > 1 ? [group] : []));
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

  private join(join: DuplicateJoin): void {
    this.groups.join(join.one, join.other);
    this.joins.push(join);
  }

  private textOf(at: number): string {
    return this.problems[at]?.text ?? '';
  }
}

const LONGEST_LEARNED = 10_000;
const TELL_EVERY = 100;

/** The first problem of each wording; `onAgain` hears of the others. A problem without words is like no other. */
function differentOnes(problems: Problem[], onAgain: (first: number, again: number) => void): number[] {
  const different: number[] = [];
  const firsts = new Map<number, number[]>();
  for (const [at, { text }] of problems.entries()) {
    const tokens = tokenise(text);
    if (tokens.length === 0) continue;
    const hash = wholeHash(tokens);
    const alike = firsts.get(hash) ?? [];
    const first = alike.find((one) => isSame(problems[one]?.text ?? '', { text, tokens }));
    if (first !== undefined) onAgain(first, at);
    else {
      different.push(at);
      firsts.set(hash, [...alike, at]);
    }
  }
  return different;
}

/** Whether a text with the same tokens has the same operators. */
function isSame(text: string, other: CutText): boolean {
  return text === other.text || !haveOtherOperators({ text, tokens: tokenise(text) }, other);
}

function rowOf({ file, row, split, text, ratings }: Problem): DuplicateRow {
  return { file, row, split, length: text.length, ratings };
}
