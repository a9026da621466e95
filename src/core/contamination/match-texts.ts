import type { BenchmarkIndex } from './benchmark-index';
import type { Boilerplate } from './boilerplate';
import { CandidateFinder, IN_PROBLEM, IN_TRACE } from './candidates';
import type { Candidate } from './candidates';
import { classOf, likelihood, likelihoodAtMost, mayBeInTrace, traceLikelihood } from './decision';
import type { MatchClass } from './decision';
import { evidenceOf } from './evidence';
import type { Evidence } from './evidence';
import { wholeHash } from './features';
import { listOf } from './hash-table';
import { Comparer } from './likeness';
import type { LikenessBound } from './likeness';
import { heedOperators } from './operators';
import type { RowText } from './row-texts';
import { tokeniseBriefly } from './tokenise';
import type { Tokens } from './tokens';

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

/** Texts that were looked at are remembered, so many and no longer ones: the same problem comes with each of its solutions. */
const MOST_KEPT = 4_000;
const LONGEST_KEPT = 2_000;

/** Finds benchmark items in the texts of rows. */
export class Matcher {
  private readonly index: BenchmarkIndex;
  private readonly boilerplate: Boilerplate;
  private readonly finder: CandidateFinder;
  private readonly comparer: Comparer;
  /** Whether texts may hold an item, as problems and as traces. `least` is the same each time. */
  private readonly problems = new Map<string, boolean>();
  private readonly traces = new Map<string, boolean>();

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

  /** Whether a text may hold an item. Where it says no, `match` finds nothing with that score in it, nor in a part of a trace. */
  mayMatch(text: string, inTrace: boolean, least: number): boolean {
    if (text.length > LONGEST_KEPT) return this.mayHold(text, inTrace, least);
    const kept = inTrace ? this.traces : this.problems;
    const known = kept.get(text);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const may = this.mayHold(text, inTrace, least);
    kept.set(text, may);
    return may;
  }

  private mayHold(text: string, inTrace: boolean, least: number): boolean {
    for (const piece of piecesOf(text)) {
      const tokens = this.tokensOf(piece.text, inTrace);
      for (const [candidate, bound] of this.worthy(tokens, inTrace, least))
        if (inTrace || likelihood(this.comparer.compare(candidate, tokens, bound)) >= least) return true;
    }
    return false;
  }

  private matchText(text: RowText, least: number): Match[] {
    const inTrace = text.role === 'trace';
    const found: Match[] = [];
    for (const piece of piecesOf(text.text)) {
      const tokens = this.tokensOf(piece.text, inTrace);
      for (const [candidate, bound] of this.worthy(tokens, inTrace, least)) {
        const item = this.index.tokensOf(candidate.item);
        const likeness = heedOperators(
          this.comparer.compare(candidate, tokens, bound),
          { text: this.index.items[candidate.item]?.text ?? '', tokens: item },
          { text: piece.text, tokens },
        );
        const score = inTrace ? traceLikelihood(likeness) : likelihood(likeness);
        if (score < least) continue;
        const how = inTrace ? 'in the trace' : text.translated ? 'translated' : classOf(likeness);
        const evidence = evidenceOf(likeness.pairs, item, tokens, text.start + piece.from);
        found.push({ item: candidate.item, class: how, score, text, ...evidence });
      }
    }
    return found;
  }

  private tokensOf(text: string, inTrace: boolean): Tokens {
    const all = tokeniseBriefly(text);
    const isItem = !inTrace && listOf(this.index.wholes, wholeHash(all)) >= 0;
    return inTrace || isItem ? all : this.boilerplate.without(all);
  }

  /** The candidates that can come to a match, each with the most that it can come to. */
  private *worthy(tokens: Tokens, inTrace: boolean, least: number): Generator<[Candidate, LikenessBound]> {
    this.comparer.start();
    for (const candidate of this.finder.find(tokens, inTrace ? IN_TRACE : IN_PROBLEM)) {
      const bound = this.comparer.bound(candidate, tokens);
      const worthy = inTrace ? mayBeInTrace(bound) : likelihoodAtMost(bound) >= least;
      if (worthy || candidate.exact) yield [candidate, bound];
    }
  }
}

/** A long text in pieces that overlap. */
function* piecesOf(text: string): Generator<{ text: string; from: number }> {
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PIECE - OVERLAP)
    yield { text: text.length <= PIECE ? text : text.slice(from, from + PIECE), from };
}
