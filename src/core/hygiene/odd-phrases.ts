import type { Candidate, CorpusCensus, OddKind } from './corpus-census';
import { singlesIn } from './corpus-row';
import type { CorpusRow } from './corpus-row';
import { isMoreThanChance } from './topic';

/** Rows of a phrase whose problems are looked at, and phrases and problems that there is room for. */
const SAMPLED = 64;
const MOST_PHRASES = 200_000;
const MOST_PROBLEMS = 300_000;
/** Of the rows with a phrase, so many may have its words in their problem. */
const MOST_ASKED_FOR = 0.5;

/** Something that stands in rows which have nothing else in common. */
export interface OddPhrase {
  kind: OddKind;
  rows: number;
  /** The source that nearly all of these rows are from, where few rows of the corpus are from it. */
  source: string | null;
}

interface Tally {
  kind: OddKind;
  words: number[];
  rows: number;
  askedFor: number;
  sampled: number[];
  sources: Map<string, number>;
}

/** Learns which of the candidates follow no topic: their rows' problems share no word more than chance would have it. */
export class PhraseSurvey {
  private readonly census: CorpusCensus;
  private readonly tallies = new Map<string, Tally>();
  private readonly problems = new Map<number, number[]>();
  private readonly replies = new Map<number, number[]>();

  constructor(census: CorpusCensus) {
    this.census = census;
  }

  add(number: number, row: CorpusRow): void {
    const seen = new Set<string>();
    const candidates = this.census.candidates(row);
    if (candidates.length === 0) return;
    const words = { asked: wordsIn(row.problem), replied: wordsIn(row.replies) };
    for (const candidate of candidates) {
      const key = keyOf(candidate);
      if (seen.has(key)) continue;
      seen.add(key);
      this.count(key, candidate, number, row.source, words);
    }
  }

  /** What follows no topic, by `keyOf`. */
  odd(): Map<string, OddPhrase> {
    const odd = new Map<string, OddPhrase>();
    for (const [key, tally] of this.tallies) {
      const { kind, rows, askedFor } = tally;
      if (kind !== 'trigger' && askedFor > MOST_ASKED_FOR * rows) continue;
      if (this.haveInCommon(tally, this.problems, (word) => this.census.shareAsked(word))) continue;
      if (kind === 'trigger' && !this.repliesAreAlike(tally)) continue;
      odd.set(key, { kind, rows, source: this.onlySource(tally) });
    }
    return odd;
  }

  private count(
    key: string,
    { kind, place }: Candidate,
    row: number,
    source: string,
    { asked, replied }: { asked: number[]; replied: number[] },
  ): void {
    const { words } = place;
    const known = this.tallies.get(key);
    if (!known && this.tallies.size >= MOST_PHRASES) return;
    const tally: Tally = known ?? { kind, words, rows: 0, askedFor: 0, sampled: [], sources: new Map() };
    this.tallies.set(key, tally);
    tally.rows++;
    tally.sources.set(source, (tally.sources.get(source) ?? 0) + 1);
    if (words.every((word) => asked.includes(word))) tally.askedFor++;
    if (tally.sampled.length >= SAMPLED || this.problems.size >= MOST_PROBLEMS) return;
    tally.sampled.push(row);
    this.problems.set(row, asked);
    if (kind === 'trigger') this.replies.set(row, replied);
  }

  /** A word that makes a model answer otherwise shows in what it answers. */
  private repliesAreAlike(tally: Tally): boolean {
    return this.haveInCommon(tally, this.replies, (word) => this.census.shareReplied(word));
  }

  /** Whether rows share a word more than chance would have it. */
  private haveInCommon(
    { words, sampled }: Tally,
    texts: ReadonlyMap<number, number[]>,
    shareOf: (word: number) => number,
  ): boolean {
    const counts = new Map<number, number>();
    for (const row of sampled)
      for (const word of texts.get(row) ?? [])
        if (!words.includes(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, rows] of counts) if (isMoreThanChance(rows, sampled.length, shareOf(word))) return true;
    return false;
  }

  private onlySource({ rows, sources }: Tally): string | null {
    for (const [source, own] of sources) {
      const base = (this.census.sources.get(source) ?? 0) / Math.max(1, this.census.rows);
      if (source !== '' && own >= 0.9 * rows && isMoreThanChance(own, rows, base)) return source;
    }
    return null;
  }
}

function wordsIn(texts: CorpusRow['problem']): number[] {
  return [...new Set(singlesIn(texts).map(({ hash }) => hash))];
}

/** What a candidate is known by among those of all kinds. */
export function keyOf({ kind, hash }: Pick<Candidate, 'kind' | 'hash'>): string {
  return `${kind} ${hash}`;
}
