import type { RawRow } from '../core/dataset/row-reader';
import type { Finding } from '../core/check/finding';
import type { CheckRequest } from '../protocol/check-worker';
import { CheckThread } from './check-thread';

/** Checks single rows, those that are not in the file, in a thread that is begun when the first is asked for, and kept. */
export class RowChecks {
  private thread: CheckThread | null = null;
  private order: Promise<unknown> = Promise.resolve();
  private readonly script: string;
  private readonly request: CheckRequest;

  constructor(script: string, request: CheckRequest) {
    this.script = script;
    this.request = request;
  }

  /** What every check that needs no files finds in a row, by its number. */
  findings({ number, bytes, size }: RawRow): Promise<Finding[]> {
    const asked = this.order.then(async () => {
      if (!this.thread || this.thread.ended) this.thread = new CheckThread(this.script, this.request);
      const findings = await this.thread.row(bytes, size);
      return findings.map((finding) => ({ ...finding, row: number }));
    });
    this.order = asked.catch(() => this.end()); // the next one has a thread of its own
    return asked;
  }

  end(): void {
    this.thread?.end();
    this.thread = null;
  }
}
