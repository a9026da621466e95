import path from 'node:path';
import { decodeTime, monotonicFactory } from 'ulid';
import type { FileStore, OpenLog } from '../dataset/file-store';
import { FORMAT } from './event';
import type { LogEvent, NewDecision, SignedDecision } from './event';
import { Fold } from './fold';
import { logFileName, logFolder } from './log-name';
import { readLog } from './log-lines';
import type { LogFault } from './log-lines';

/** Who annotates, and on which machine (eight hex digits). */
export interface Annotator {
  name: string;
  machine: string;
}

/** The row that a decision is about, as it is now. `number` is 0-based. */
export interface AnnotatedRow {
  key: string;
  hash: string;
  number: number;
}

/** All annotations of one dataset: everybody's logs folded, and one's own log to append to. */
export class AnnotationLog {
  fold = new Fold();
  faults: LogFault[] = [];
  private readonly nextId = monotonicFactory();
  /** one's own open logs, by file */
  private readonly logs = new Map<string, OpenLog>();
  /** the file that each annotator writes here */
  private readonly ownFiles = new Map<string, string>();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly files: FileStore;
  private readonly folder: string;

  constructor(files: FileStore, dataset: string) {
    this.files = files;
    this.folder = logFolder(dataset);
  }

  /** Reads every annotator's log again. */
  load(): Promise<void> {
    return this.inTurn(() => this.readFolder());
  }

  private async readFolder(): Promise<void> {
    const fold = new Fold();
    const faults: LogFault[] = [];
    for (const name of await this.files.list(this.folder)) {
      if (!name.endsWith('.jsonl')) continue;
      const content = await this.readFile(path.join(this.folder, name));
      fold.add(content.events);
      faults.push(...content.faults);
    }
    this.fold = fold;
    this.faults = faults;
  }

  /** Signs the decisions, and resolves with them once they are on the disk. Decisions made by one key share a group. */
  decide(by: Annotator, row: AnnotatedRow, decisions: NewDecision[]): Promise<SignedDecision[]> {
    return this.decideTogether(
      by,
      decisions.map((decision) => ({ ...decision, row })),
    );
  }

  /** The same for decisions about several rows. */
  async decideTogether(
    by: Annotator,
    decisions: (NewDecision & { row: AnnotatedRow })[],
  ): Promise<SignedDecision[]> {
    const group = decisions.length > 1 ? this.freshId(by.name) : undefined;
    const events = decisions.map(({ decision, text, seen = [], again = false, row }): SignedDecision => ({
      ...decision,
      ...this.sign(by, row),
      ...(group === undefined ? {} : { group }),
      ...(text === undefined ? {} : { text }),
      ...(seen.length === 0 ? {} : { seen }),
      ...(again ? { again } : {}),
    }));
    await this.inTurn(() => this.write(by, events));
    return events;
  }

  /** Takes back the annotator's newest decision. Resolves with what was taken back, none when nothing stands. */
  undo(by: Annotator): Promise<SignedDecision[]> {
    return this.inTurn(async () => {
      const newest = this.fold.newest(by.name);
      const first = newest[0];
      if (!first) return [];
      await this.write(by, [{ what: 'undo', value: first.group ?? first.id, ...this.sign(by, first.row) }]);
      return newest;
    });
  }

  /** Whether a change of these files is news: what is written from here is not. */
  hasNews(files: string[]): Promise<boolean> {
    return this.inTurn(async () => {
      for (const file of files) {
        const own = this.logs.get(file);
        if (!own || !(await own.isOurs())) return true;
      }
      return false;
    });
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      for (const log of this.logs.values()) await log.close();
      this.logs.clear();
    });
  }

  private sign(by: Annotator, row: AnnotatedRow) {
    return {
      v: FORMAT as typeof FORMAT,
      id: this.freshId(by.name),
      time: new Date().toISOString(),
      annotator: by.name,
      machine: by.machine,
      row: { key: row.key, hash: row.hash, number: row.number },
    };
  }

  /** Later than all of this annotator's ids, even when another of their machines has a clock that is ahead. */
  private freshId(annotator: string): string {
    const newest = this.fold.newestId(annotator);
    const id = this.nextId(Date.now());
    return id > newest ? id : this.nextId(decodeTime(newest) + 1);
  }

  /** One thing after the other: the order in the file is the order of the keys. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }

  private async write(by: Annotator, events: LogEvent[]): Promise<void> {
    const file = this.ownFiles.get(by.name) ?? path.join(this.folder, await this.ownFileName(by));
    this.ownFiles.set(by.name, file);
    const log = await this.logAt(file);
    await this.appendTo(log, file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    this.fold.add(events);
  }

  /** The open log at `file`. One that was replaced meanwhile (by git, by hand) is read and opened anew. */
  private async logAt(file: string): Promise<OpenLog> {
    const known = this.logs.get(file);
    if (known && (await known.isOurs())) return known;
    if (known) {
      this.logs.delete(file);
      await known.close().catch(() => undefined);
      await this.readFolder();
    }
    const { endsWhole } = await this.readFile(file);
    const log = await this.files.openLog(file);
    this.logs.set(file, log);
    if (!endsWhole) await this.appendTo(log, file, '\n'); // a torn line stays a line of its own
    return log;
  }

  private async appendTo(log: OpenLog, file: string, text: string): Promise<void> {
    try {
      await log.append(Buffer.from(text));
    } catch (error) {
      this.logs.delete(file); // what reached the disk is not known: look at its end before the next append
      await log.close().catch(() => undefined);
      throw error;
    }
  }

  /** One's plain name, unless another machine writes there already: nobody writes in another's log. */
  private async ownFileName(by: Annotator): Promise<string> {
    const plain = logFileName(by.name);
    const { events } = await this.readFile(path.join(this.folder, plain));
    const owner = events[0]?.machine;
    return owner === undefined || owner === by.machine ? plain : logFileName(by.name, by.machine);
  }

  private async readFile(file: string) {
    const bytes = await this.files.readAll(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return new Uint8Array();
      throw error;
    });
    return readLog(file, new TextDecoder().decode(bytes));
  }
}
