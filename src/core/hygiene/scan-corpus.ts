import type { CheckedRow } from '../check/check';
import type { Finding } from '../check/finding';
import type { FileStore } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import { decodeRow, parseRow } from '../row/parse';
import { identityRule } from '../profile/profile-identity';
import { identifyRow } from '../row/key';
import { CorpusCensus } from './corpus-census';
import { corpusFindings } from './corpus-findings';
import { corpusRow } from './corpus-row';
import type { CorpusRow } from './corpus-row';
import { PhraseSurvey } from './odd-phrases';

/** How often a file is read: to count, to learn what is odd, to find where it stands. */
const PASSES = 3;

export interface CorpusWish {
  file: string;
  profile: Profile;
}

/** `share`: of all passes. */
export type CorpusProgress = { kind: 'progress'; share: number } | { kind: 'findings'; findings: Finding[] };

/** How many rows of a source have something odd, by rule. */
export interface SourceRate {
  source: string;
  rows: number;
  flagged: number;
  rules: Record<string, number>;
}

export interface CorpusReport {
  rows: number;
  /** Rows that could not be read; they are none of `rows`. */
  unread: number;
  flagged: number;
  /** By source, that with the highest rate first. */
  sources: SourceRate[];
}

interface ScannedRow {
  row: CheckedRow;
  corpus: CorpusRow;
}

/**
 * Finds what was mixed into a corpus, as far as it gives itself away by how often it is there: phrases, endings and addresses in
 * replies that are rare, and whose rows have nothing else in common; words of problems that no reply takes up; unsafe code.
 */
export async function* scanCorpus(
  store: FileStore,
  wish: CorpusWish,
): AsyncGenerator<CorpusProgress, CorpusReport> {
  const { size } = await store.facts(wish.file);
  const pass = new Passes(store, wish, Math.max(1, size) * PASSES);
  const census = new CorpusCensus();
  for await (const { corpus } of pass.rows()) {
    census.add(corpus);
    yield pass.progress;
  }
  const { unread } = pass;
  const survey = new PhraseSurvey(census);
  for await (const { row, corpus } of pass.rows()) {
    survey.add(row.number, corpus);
    yield pass.progress;
  }
  const odd = survey.odd();
  const rates = new SourceRates(census.sources);
  for await (const { row, corpus } of pass.rows()) {
    const findings = corpusFindings(row, corpus, census, odd);
    if (findings.length > 0) {
      rates.add(corpus.source, findings);
      yield { kind: 'findings', findings: identified(findings, row, wish.profile) };
    }
    yield pass.progress;
  }
  return { rows: census.rows, unread, ...rates.report() };
}

/** A verdict on a finding is about the row that has it. */
function identified(findings: Finding[], { bytes, parsed }: CheckedRow, profile: Profile): Finding[] {
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  const { key, hash } = identifyRow(bytes, value, identityRule(profile));
  return findings.map((finding) => ({ ...finding, identity: { key, hash } }));
}

/** Reads the file again and again. Rows that cannot be read are for other checks. */
class Passes {
  /** Rows that could not be read, of all passes. */
  unread = 0;
  private bytes = 0;
  private readonly store: FileStore;
  private readonly wish: CorpusWish;
  private readonly all: number;

  constructor(store: FileStore, wish: CorpusWish, all: number) {
    this.store = store;
    this.wish = wish;
    this.all = all;
  }

  get progress(): CorpusProgress {
    return { kind: 'progress', share: Math.min(1, this.bytes / this.all) };
  }

  async *rows(): AsyncGenerator<ScannedRow> {
    const open = await this.store.open(this.wish.file);
    try {
      for await (const { number, bytes, size } of walkRows(open)) {
        this.bytes += size + 1;
        const parsed = size > bytes.length ? null : parseRow(decodeRow(bytes));
        if (parsed?.kind !== 'value') {
          if (size > 0) this.unread++;
          continue;
        }
        const reading = readRow(parsed.value, this.wish.profile);
        yield { row: { number, bytes, size, parsed, reading: () => reading }, corpus: corpusRow(reading) };
      }
    } finally {
      await open.close();
    }
  }
}

class SourceRates {
  private readonly sources = new Map<string, SourceRate>();
  private flagged = 0;

  constructor(rows: ReadonlyMap<string, number>) {
    for (const [source, count] of rows)
      this.sources.set(source, { source, rows: count, flagged: 0, rules: {} });
  }

  add(source: string, findings: readonly Finding[]): void {
    this.flagged++;
    const rate = this.sources.get(source);
    if (!rate) return;
    rate.flagged++;
    for (const rule of new Set(findings.map((finding) => finding.rule)))
      rate.rules[rule] = (rate.rules[rule] ?? 0) + 1;
  }

  report(): Omit<CorpusReport, 'rows' | 'unread'> {
    const sources = [...this.sources.values()].toSorted((a, b) => shareOf(b) - shareOf(a));
    return { flagged: this.flagged, sources };
  }
}

function shareOf({ flagged, rows }: SourceRate): number {
  return flagged / Math.max(1, rows);
}
