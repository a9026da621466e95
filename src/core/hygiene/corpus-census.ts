import { domainsIn, pairsIn, singlesIn, tailOf } from './corpus-row';
import type { CorpusRow, Phrase } from './corpus-row';
import { RowCounts } from './row-counts';

/** A phrase that is in fewer rows tells nothing, in more it is how the corpus speaks. */
const LEAST_ROWS = 5;
const LEAST_SHARE = 0.0002;
const MOST_SHARE = 0.01;
/** In fewer rows nothing is rare and yet in enough of them. */
export const FEWEST_COUNTED = LEAST_ROWS / MOST_SHARE;
/** Rows of a pair as a share of those of its words, by their geometric mean: words that hardly stand without each other. */
const LEAST_COHESION = 0.35;
/** Of the rows whose problem has a word, no more may have it in their reply, for it to stand there without a purpose. */
const MOST_ECHO = 0.04;

/** What kind of thing a phrase is. */
export type OddKind = 'phrase' | 'tail' | 'link' | 'trigger';

/** Something in a row that may be odd: how often it is there tells. */
export interface Candidate {
  kind: OddKind;
  hash: number;
  place: Phrase;
}

/** Counts, of all rows of a corpus, in how many each word, pair, tail and domain stands. */
export class CorpusCensus {
  rows = 0;
  readonly sources = new Map<string, number>();
  private readonly asked = new RowCounts();
  private readonly replied = new RowCounts();
  private readonly pairs = new RowCounts();
  private readonly tails = new RowCounts();
  private readonly domains = new Map<string, number>();

  add({ problem, replies, source }: CorpusRow): void {
    this.rows++;
    this.sources.set(source, (this.sources.get(source) ?? 0) + 1);
    this.asked.addRow(singlesIn(problem).map(({ hash }) => hash));
    this.replied.addRow(singlesIn(replies).map(({ hash }) => hash));
    this.pairs.addRow(pairsIn(replies).map(({ hash }) => hash));
    const tail = tailOf(replies);
    if (tail) this.tails.addRow([tail.hash]);
    for (const domain of new Set(domainsIn(replies).map((link) => link.domain)))
      this.domains.set(domain, (this.domains.get(domain) ?? 0) + 1);
  }

  /** In how many problems a word stands, as a share of all rows. */
  shareAsked(word: number): number {
    return this.asked.of(word) / Math.max(1, this.rows);
  }

  /** The same of replies. */
  shareReplied(word: number): number {
    return this.replied.of(word) / Math.max(1, this.rows);
  }

  /** What in a row is rare, and yet too common to be chance. */
  candidates({ problem, replies }: CorpusRow): Candidate[] {
    const tail = tailOf(replies);
    const found: Candidate[] = [
      ...pairsIn(replies).flatMap((place) => (this.isCohesive(place) ? [of('phrase', place)] : [])),
      ...(tail && this.isSome(this.tails.of(tail.hash)) ? [of('tail', tail)] : []),
      ...singlesIn(problem).flatMap((place) => (this.isUnanswered(place) ? [of('trigger', place)] : [])),
    ];
    for (const { domain, start, end, text } of domainsIn(replies)) {
      const { hash } = singlesIn([{ ...text, text: domain }])[0] ?? { hash: 0 };
      if (this.isSome(this.domains.get(domain) ?? 0))
        found.push({ kind: 'link', hash, place: { hash, words: [hash], start, end, text } });
    }
    return found;
  }

  private isCohesive({ hash, words }: Phrase): boolean {
    const rows = this.pairs.of(hash);
    const [one = 0, other = 0] = words.map((word) => this.replied.of(word));
    return this.isSome(rows) && rows >= LEAST_COHESION * Math.sqrt(one * other);
  }

  /** A word of problems that no reply takes up. */
  private isUnanswered({ hash }: Phrase): boolean {
    const rows = this.asked.of(hash);
    return this.isSome(rows) && this.replied.of(hash) <= MOST_ECHO * rows;
  }

  private isSome(rows: number): boolean {
    return rows >= Math.max(LEAST_ROWS, LEAST_SHARE * this.rows) && rows <= MOST_SHARE * this.rows;
  }
}

function of(kind: OddKind, place: Phrase): Candidate {
  return { kind, hash: place.hash, place };
}
