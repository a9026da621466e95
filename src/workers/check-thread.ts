import { Worker } from 'node:worker_threads';
import type { Finding } from '../core/check/finding';
import type { PartFacts } from '../core/check/dataset-check';
import type { DatasetFacts, ToldBy } from '../core/check/run-dataset-checks';
import type {
  CheckAnswer,
  CheckOrder,
  CheckPass,
  CheckRequest,
  PartProgress,
} from '../protocol/check-worker';

type Answer<Kind extends CheckAnswer['kind']> = Extract<CheckAnswer, { kind: Kind }>;

/** What a thread says of the file that it cannot read. */
export class CheckFailure extends Error {}

/** One thread that checks parts of a file. One order at a time. */
export class CheckThread {
  /** Why it answers no more. */
  ended: Error | null = null;
  private readonly worker: Worker;
  private onAnswer: (answer: CheckAnswer) => void = () => undefined;
  private onEnd: (error: Error) => void = () => undefined;

  constructor(script: string, request: CheckRequest) {
    this.worker = new Worker(script, { workerData: request });
    this.worker.on('message', (answer: CheckAnswer) => this.onAnswer(answer));
    this.worker.on('error', (error: Error) => this.failed(error));
    this.worker.on('exit', () => this.failed(new Error('the thread ended')));
  }

  private failed(error: Error): void {
    this.ended ??= error;
    this.onEnd(this.ended);
  }

  part(
    place: { from: number; to: number; pass: CheckPass },
    onProgress: (progress: PartProgress) => void,
  ): Promise<PartProgress> {
    return this.ask<PartProgress>({ kind: 'part', ...place }, onProgress);
  }

  async row(bytes: Uint8Array, size: number): Promise<Finding[]> {
    return (await this.ask<Answer<'row'>>({ kind: 'row', bytes, size })).findings;
  }

  /** Rows that were clean, and what was found in others. */
  async known(): Promise<Pick<Answer<'clean'>, 'rows' | 'found'>> {
    return this.ask<Answer<'clean'>>({ kind: 'clean' });
  }

  async hashes(): Promise<Float64Array> {
    return (await this.ask<Answer<'hashes'>>({ kind: 'hashes' })).hashes;
  }

  async common(lists: Float64Array[]): Promise<Float64Array> {
    return (await this.ask<Answer<'common'>>({ kind: 'common', lists })).hashes;
  }

  async keys(hashes: Float64Array): Promise<string[]> {
    return (await this.ask<Answer<'keys'>>({ kind: 'keys', hashes })).keys;
  }

  async compare(parts: PartFacts<DatasetFacts>[]): Promise<ToldBy[]> {
    return (await this.ask<Answer<'compare'>>({ kind: 'compare', parts })).told;
  }

  async compared(place: Omit<Extract<CheckOrder, { kind: 'compared' }>, 'kind'>): Promise<Finding[]> {
    return (await this.ask<Answer<'compared'>>({ kind: 'compared', ...place })).findings;
  }

  end(): void {
    void this.worker.terminate();
  }

  /** What it answers last, which is of the order's kind. */
  private ask<Last extends CheckAnswer>(
    order: CheckOrder & { kind: Last['kind'] },
    onProgress: (progress: PartProgress) => void = () => undefined,
  ): Promise<Last> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(this.ended);
      this.onEnd = reject;
      this.onAnswer = (answer) => {
        if (answer.kind === 'failed') reject(new CheckFailure(answer.message));
        else if (answer.kind === 'progress') onProgress(answer);
        else if (answer.kind === order.kind) resolve(answer as Last);
      };
      this.worker.postMessage(order);
    });
  }
}
