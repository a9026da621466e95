import type { BenchmarkIndex } from './benchmark-index';
import type { Boilerplate } from './boilerplate';
import { CandidateFinder, IN_PROBLEM, IN_TRACE } from './candidates';
import { classOf, likelihood, likelihoodAtMost, mayBeInTrace, traceLikelihood } from './decision';
import type { MatchClass } from './decision';
import { evidenceOf } from './evidence';
import type { Evidence } from './evidence';
import { Comparer } from './likeness';
import type { RowText } from './row-texts';
import { tokenise } from './tokenise';

/** A benchmark item that a text of a row holds. */
export interface Match extends Evidence {
  item: number;
  class: MatchClass;
  /** From 0 to 1; see `THRESHOLDS`. */
  score: number;
  text: RowText;
}

/** What is read at a time of a long text, and how much of it again with what follows, in UTF-16 units. */
const PIECE = 200_000;
const OVERLAP = 8_000;

/** Finds benchmark items in the texts of rows. */
export class Matcher {
  private readonly index: BenchmarkIndex;
  private readonly boilerplate: Boilerplate;
  private readonly finder: CandidateFinder;
  private readonly comparer: Comparer;

  constructor(index: BenchmarkIndex, boilerplate: Boilerplate) {
    this.index = index;
    this.boilerplate = boilerplate;
    this.finder = new CandidateFinder(index);
    this.comparer = new Comparer(index);
  }

  /** Matches with at least a score, best first: each item once, where it is found best. */
  match(texts: RowText[], least: number): Match[] {
    const best = new Map<number, Match>();
    for (const text of texts) {
      for (const match of this.matchText(text, least)) {
        if (match.score > (best.get(match.item)?.score ?? -1)) best.set(match.item, match);
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score || a.item - b.item);
  }

  private matchText(text: RowText, least: number): Match[] {
    const found: Match[] = [];
    for (let from = 0; from === 0 || from + OVERLAP < text.text.length; from += PIECE - OVERLAP)
      found.push(...this.matchPiece(text, from, least));
    return found;
  }

  private matchPiece(text: RowText, from: number, least: number): Match[] {
    const inTrace = text.role === 'trace';
    const all = tokenise(text.text.slice(from, from + PIECE));
    const tokens = inTrace ? all : this.boilerplate.without(all);
    return this.finder.find(tokens, inTrace ? IN_TRACE : IN_PROBLEM).flatMap((candidate) => {
      const likeness = this.comparer.compare(candidate, tokens, (most) =>
        inTrace ? mayBeInTrace(most) : likelihoodAtMost(most) >= least,
      );
      if (!likeness) return [];
      const score = inTrace ? traceLikelihood(likeness) : likelihood(likeness);
      if (score < least) return [];
      const found = inTrace ? 'in the trace' : classOf(likeness);
      const item = this.index.tokensOf(candidate.item);
      const evidence = evidenceOf(likeness.pairs, item, tokens, text.start + from);
      return [{ item: candidate.item, class: found, score, text, ...evidence }];
    });
  }
}
