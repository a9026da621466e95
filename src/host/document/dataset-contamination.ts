import * as vscode from 'vscode';
import type { Annotator } from '../../core/annotation/annotation-log';
import type { ContaminationVerdict, Decision, SignedDecision } from '../../core/annotation/event';
import type { ContaminationCount } from '../../core/contamination/check-file';
import { THRESHOLDS } from '../../core/contamination/decision';
import type { Hit } from '../../core/contamination/hit';
import { judgedPairs, judgementOf } from '../../core/contamination/judged-pairs';
import { isQuarantined } from '../../core/contamination/quarantine';
import type { DecidedFact } from '../../core/query/state-facts';
import type { ContaminationReport } from '../../protocol/contamination-worker';
import type { ListedHit } from '../../protocol/evidence-page';
import { runContaminationThread } from '../../workers/contamination-client';
import { BenchmarkFile } from '../contamination/benchmark-file';
import type { BenchmarkSource } from '../contamination/benchmark-file';
import { identifyHit } from '../contamination/identify-hit';
import type { IdentifiedHit } from '../contamination/identify-hit';
import type { DatasetDocument } from './dataset-document';

/** What happened: a check came further, or hits were judged: these, or (null) any. */
export type ContaminationNews = { kind: 'progress' } | { kind: 'judged'; hits: IdentifiedHit[] | null };

const WAIT_FOR_INDEX_MS = 50;
const NOTHING: ContaminationCount = { bytes: 0, rows: 0, unread: 0, items: [] };

/** The last check of a document against benchmarks, and how what it found was judged. */
export class DatasetContamination implements vscode.Disposable {
  benchmarks: BenchmarkFile[] = [];
  hits: IdentifiedHit[] = [];
  count = NOTHING;
  /** Hits in rows that are not here as they are in the file: they were edited, and not saved. */
  edited = 0;
  /** Counts the checks. */
  run = 0;
  /** Share of the bytes that were read; null when nothing is under way. */
  underWay: number | null = null;
  stopped = false;
  /** The hits are of an earlier state of the dataset. */
  stale = false;
  failure: string | null = null;
  /** What is being decided on here; null when others decide. */
  private deciding: IdentifiedHit[] | null = null;
  private stopping = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private readonly changes = new vscode.EventEmitter<ContaminationNews>();
  readonly onDidChange = this.changes.event;
  private readonly document: DatasetDocument;
  private readonly script: string;

  constructor(document: DatasetDocument, script: string) {
    this.document = document;
    this.script = script;
    document.onDidChange((change) => {
      if (this.run === 0) return;
      if (change.kind === 'decided' || (change.kind === 'rows' && change.rows === null))
        this.changes.fire({ kind: 'judged', hits: this.deciding });
      if (!['reopened', 'saved', 'edited'].includes(change.kind)) return;
      this.stale = true;
      this.changes.fire({ kind: 'progress' });
    });
  }

  /** Checks from the start; what was under way is ended. */
  async check(sources: BenchmarkSource[]): Promise<void> {
    this.stopping.abort();
    const { signal } = (this.stopping = new AbortController());
    await this.begin();
    const opened: BenchmarkFile[] = [];
    try {
      for (const source of sources) opened.push(await BenchmarkFile.open(source, signal));
      if (!signal.aborted) await this.search(opened, signal);
    } catch (error) {
      if (!signal.aborted) this.failure = reasonOf(error);
    }
    if (this.benchmarks !== opened) for (const benchmark of opened) await benchmark.close();
    if (signal.aborted) return;
    this.underWay = null;
    this.changes.fire({ kind: 'progress' });
  }

  /** Ends what is under way; what was found stays. */
  stop(): void {
    if (this.underWay === null) return;
    this.stopping.abort();
    this.underWay = null;
    this.stopped = true;
    this.changes.fire({ kind: 'progress' });
  }

  /** Hits as they stand now for somebody. */
  listed(me: string | null, hits: readonly IdentifiedHit[] = this.hits): ListedHit[] {
    const pairs = judgedPairs(this.document.annotations.fold);
    return hits.map((hit): ListedHit => ({
      id: hit.id,
      row: hit.row,
      benchmark: hit.benchmark,
      item: hit.item.id,
      class: hit.class,
      score: hit.score,
      decision: hit.score >= THRESHOLDS.remove ? 'remove' : 'review',
      judgement: judgementOf(this.judgedHit(hit), pairs, me),
      quarantined: isQuarantined(this.standing(hit)),
    }));
  }

  /** By row of the file: what a query can ask of a check and no log says. */
  get facts(): Map<number, DecidedFact[]> {
    const words = this.listed(null).map(({ row, judgement }) => [row, wordsOf(judgement)] as const);
    return new Map(
      words.map(([row, values]) => [row, values.map((value) => ({ what: 'contaminated', value, by: '' }))]),
    );
  }

  /** Judges hits, and with them those that have the same two texts. Returns how many were judged. */
  async judge(by: Annotator, ids: readonly number[], verdict: ContaminationVerdict): Promise<number> {
    const pairs = new Set(ids.map((id) => this.hits[id]?.pair));
    return this.judgeAs(
      by,
      this.hits.filter(({ pair }) => pairs.has(pair)).map((hit) => ({ hit, verdict })),
    );
  }

  /** Judges the hits whose two texts were judged elsewhere as they were there. Returns how many were judged. */
  takeOver(by: Annotator): Promise<number> {
    const judged = this.listed(by.name).flatMap(({ id, judgement }) => {
      const hit = this.hits[id];
      return hit && judgement && judgement.as !== null ? [{ hit, verdict: judgement.verdict }] : [];
    });
    return this.judgeAs(by, judged);
  }

  private async judgeAs(
    by: Annotator,
    judged: { hit: IdentifiedHit; verdict: ContaminationVerdict }[],
  ): Promise<number> {
    const decisions = judged.map(({ hit, verdict }) => {
      const { benchmark, item, pair } = this.judgedHit(hit);
      const value = { benchmark, item, class: hit.class, verdict, pair };
      const decision: Decision = { what: 'contamination', target: { kind: 'row' }, value };
      return { row: hit.identity, decision };
    });
    if (decisions.length === 0) return 0;
    await this.document.inOrder(() => this.document.annotations.decideTogether(by, decisions));
    this.tellDecided(judged.map(({ hit }) => hit));
    return decisions.length;
  }

  async quarantine(by: Annotator, id: number, on: boolean): Promise<void> {
    const hit = this.hits[id];
    if (!hit) return;
    const decision: Decision = { what: 'quarantine', target: { kind: 'row' }, value: { on } };
    await this.document.inOrder(() => this.document.annotations.decide(by, hit.identity, [{ decision }]));
    this.tellDecided(this.hits.filter(({ identity }) => identity.key === hit.identity.key));
  }

  /** Takes back the newest verdict or quarantine. Resolves with the hit that it was about; rejects when something else is newer. */
  async undo(by: Annotator): Promise<number | null> {
    const { annotations } = this.document;
    const newest = annotations.fold.newest(by.name);
    if (newest.length === 0) throw new Error(vscode.l10n.t('There is nothing to take back.'));
    if (!newest.every(isOurs))
      throw new Error(
        vscode.l10n.t('Your last decision was made in the dataset’s own page: take it back there.'),
      );
    await this.document.inOrder(() => annotations.undo(by));
    this.document.decidedMany();
    return this.hitOf(newest[0]);
  }

  private tellDecided(hits: IdentifiedHit[]): void {
    this.deciding = hits;
    this.document.decidedMany();
    this.deciding = null;
  }

  dispose(): void {
    this.stopping.abort();
    this.changes.dispose();
    for (const benchmark of this.benchmarks) void benchmark.close();
  }

  private async begin(): Promise<void> {
    const before = this.benchmarks;
    this.run++;
    this.hits = [];
    this.benchmarks = [];
    this.count = NOTHING;
    this.edited = 0;
    this.underWay = 0;
    this.stopped = false;
    this.failure = null;
    this.stale = this.document.dirty;
    this.changes.fire({ kind: 'progress' });
    await this.reading;
    for (const benchmark of before) await benchmark.close();
  }

  private async search(opened: BenchmarkFile[], signal: AbortSignal): Promise<void> {
    this.benchmarks = opened;
    await this.document.lookAtDisk(); // rows that were appended are read by the thread as well
    const { file, inForce } = this.document;
    const request = {
      file,
      profile: inForce.profile,
      benchmarks: opened.map(({ path: where, profile }) => ({ file: where, profile })),
      least: THRESHOLDS.review,
    };
    const take = (report: ContaminationReport) => {
      if (!signal.aborted) this.reading = this.reading.then(() => this.takeOrFail(report, signal));
    };
    await runContaminationThread(this.script, request, signal, take);
    await this.reading;
  }

  private async takeOrFail(report: ContaminationReport, signal: AbortSignal): Promise<void> {
    try {
      if (!signal.aborted) await this.take(report, signal);
    } catch (error) {
      if (!signal.aborted) this.failure ??= reasonOf(error);
    }
  }

  private async take(report: ContaminationReport, signal: AbortSignal): Promise<void> {
    if (report.kind === 'failed') throw new Error(report.message);
    for (const hit of report.hits) {
      const identified = await this.identified(hit, signal);
      if (signal.aborted) return;
      if (identified) this.hits.push(identified);
      else this.edited++;
    }
    this.count = report.count;
    this.underWay = Math.min(1, report.count.bytes / Math.max(1, this.document.progress.bytesTotal));
    this.changes.fire({ kind: 'progress' });
  }

  private async identified(hit: Hit, signal: AbortSignal): Promise<IdentifiedHit | null> {
    const benchmark = this.benchmarks[hit.benchmark];
    await this.untilIndexed(hit.row, signal);
    if (!benchmark || signal.aborted) return null;
    return identifyHit(this.document, benchmark, hit, this.hits.length);
  }

  /** The threads may be further than the index. */
  private async untilIndexed(row: number, signal: AbortSignal): Promise<void> {
    const isKnown = () => this.document.fileRows > row || this.document.progress.complete;
    while (!isKnown() && this.document.progress.failure === null && !signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, WAIT_FOR_INDEX_MS));
  }

  private judgedHit({ identity: { key }, pair, benchmark, item: { id } }: IdentifiedHit) {
    return { key, pair, benchmark: this.benchmarks[benchmark]?.name ?? '', item: id };
  }

  private standing({ identity: { key, hash } }: IdentifiedHit): SignedDecision[] {
    const { annotations, checks } = this.document;
    const standing = annotations.fold.standing(key);
    return checks.duplicateKeys.has(key) ? standing.filter(({ row }) => row.hash === hash) : standing;
  }

  private hitOf(decision: SignedDecision | undefined): number | null {
    const found = this.hits.find(
      ({ identity, pair }) =>
        identity.key === decision?.row.key &&
        (decision.what !== 'contamination' || decision.value.pair === pair),
    );
    return found?.id ?? null;
  }
}

/** What a query can ask of a hit's row: that nobody judged it, or how its two texts were judged in another row. */
function wordsOf(judgement: ListedHit['judgement']): string[] {
  if (judgement === null) return ['unjudged'];
  if (judgement.as === null) return []; // the log says it
  return judgement.verdict === 'same' ? ['same', 'quarantined'] : [judgement.verdict];
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function isOurs({ what }: SignedDecision): boolean {
  return what === 'contamination' || what === 'quarantine';
}
