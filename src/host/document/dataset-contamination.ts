import type { ContaminationVerdict, Decision } from '../../core/annotation/event';
import { THRESHOLDS } from '../../core/contamination/decision';
import type { ContaminationCount } from '../../core/contamination/check-file';
import type { Hit } from '../../core/contamination/hit';
import type { MatchClass } from '../../core/contamination/decision';
import { errorMessage } from '../../core/error-message';
import type { SecondOpinion } from '../../protocol/evidence-page';
import type { ContaminationReport } from '../../protocol/contamination-worker';
import { runContaminationThread } from '../../workers/contamination-client';
import { openBenchmark } from '../contamination/benchmark-file';
import type { BenchmarkSource } from '../contamination/benchmark-file';
import type { IdentifiedHit, PlacedHit } from '../contamination/identify-hit';
import type { DatasetDocument } from './dataset-document';
import { DatasetHits } from './dataset-hits';

/** The script of the threads, and the folder in which they keep compiled benchmarks, and how far they are. */
export interface ContaminationWorkers {
  contaminationWorker: string;
  contaminationCache: string;
}

/** The last check of a document against benchmarks, and how what it found was judged. */
export class DatasetContamination extends DatasetHits {
  private readonly opinions = new Map<number, SecondOpinion>();
  private earlier: ContaminationCount['earlier'] = null;
  private readonly workers: ContaminationWorkers;

  constructor(document: DatasetDocument, workers: ContaminationWorkers) {
    super(document, 'contamination');
    this.workers = workers;
  }

  /** Checks from the start; what was under way is ended. */
  check(sources: BenchmarkSource[]): Promise<void> {
    return this.begin(
      async (signal, opened) => {
        for (const source of sources) opened.push(await openBenchmark(source, signal));
      },
      (signal) => this.search(signal),
    );
  }

  /** What became of an earlier check that did not end: the share of the file that is taken over. */
  get resumed(): { share: number; changed: boolean } | null {
    if (!this.earlier) return null;
    const { bytes, change } = this.earlier;
    return { share: this.shareOf(bytes), changed: change !== null };
  }

  /** The hits that somebody has to look at, and nobody judged. */
  get shortlist(): IdentifiedHit[] {
    return this.listed(null).flatMap(({ id, decision, judgement }) => {
      const hit = this.hits[id];
      return hit && decision === 'review' && judgement === null ? [hit] : [];
    });
  }

  /** Shows what a service said of hits of the last check; it is no verdict, and is forgotten with them. */
  takeOpinions(said: { id: number; opinion: SecondOpinion }[]): void {
    for (const { id, opinion } of said) this.opinions.set(id, opinion);
    this.changes.fire({ kind: 'judged', hits: said.flatMap(({ id }) => this.hits[id] ?? []) });
  }

  protected override opinionOn({ id }: IdentifiedHit): SecondOpinion | null {
    return this.opinions.get(id) ?? null;
  }

  protected decisionOn(hit: IdentifiedHit, verdict: ContaminationVerdict): Decision {
    const benchmark = this.sources[hit.source]?.name ?? '';
    const kind = hit.class as MatchClass; // no check against benchmarks finds `linked`
    const value = { benchmark, item: hit.item.id, class: kind, verdict, pair: hit.pair };
    return { what: 'contamination', target: { kind: 'row' }, value };
  }

  protected shownItem({ item }: IdentifiedHit): string {
    return item.id;
  }

  private async search(signal: AbortSignal): Promise<void> {
    const { file, inForce } = this.document;
    const request = {
      file,
      profile: inForce.profile,
      benchmarks: this.sources.map(({ path: where, profile }) => ({ file: where, profile })),
      least: THRESHOLDS.review,
      cacheFolder: this.workers.contaminationCache,
    };
    let reading: Promise<void> = Promise.resolve();
    this.earlier = null;
    this.opinions.clear();
    await runContaminationThread(this.workers.contaminationWorker, request, signal, (report) => {
      if (!signal.aborted) reading = reading.then(() => this.takeOrFail(report, signal));
    });
    await reading;
  }

  private async takeOrFail(report: ContaminationReport, signal: AbortSignal): Promise<void> {
    try {
      if (!signal.aborted) await this.takeReport(report, signal);
    } catch (error) {
      if (!signal.aborted) this.failure ??= errorMessage(error);
    }
  }

  private async takeReport(report: ContaminationReport, signal: AbortSignal): Promise<void> {
    if (report.kind === 'failed') throw new Error(report.message);
    for (const hit of report.hits) await this.take(placed(hit), signal);
    if (signal.aborted) return;
    const { rows, unread, items, unreadItems, bytes, earlier } = report.count;
    [this.rows, this.unread, this.earlier] = [rows, unread, earlier];
    [this.items, this.unreadItems] = [items, unreadItems];
    this.underWay = this.shareOf(bytes);
    this.changes.fire({ kind: 'progress' });
  }

  private shareOf(bytes: number): number {
    return Math.min(1, bytes / Math.max(1, this.document.progress.bytesTotal));
  }
}

function placed({ row, benchmark, item, class: kind, score, path, runs, numbers }: Hit): PlacedHit {
  const evidence = { runs, numbers };
  return { row, source: benchmark, item, class: kind, score, path, evidence, group: null };
}
