import path from 'node:path';
import type * as vscode from 'vscode';
import type { Fold } from '../../core/annotation/fold';
import type { CheckSettings } from '../../core/check/check-settings';
import type { Finding } from '../../core/check/finding';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import type { RawRow } from '../../core/dataset/row-reader';
import { errorMessage } from '../../core/error-message';
import { filesBeside } from '../../core/link/files-beside';
import { handLinks } from '../../core/link/hand-links';
import { LinkIndex } from '../../core/link/link-index';
import { settingOf } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import type { Profile } from '../../core/profile/profile';
import type { LinkReport, LinkRequest } from '../../protocol/link-worker';
import { runLinkThread } from '../../workers/threads';

/** What the links are read from. */
export interface LinkedDataset {
  /** The dataset as people know it, and the file whose rows are read. */
  uri: vscode.Uri;
  file: string;
  /** Bytes */
  size: number;
  profile: Profile;
  settings: CheckSettings;
  project: Project | null;
  fold: Fold;
}

export type LinksNews = { kind: 'findings'; findings: Finding[] } | { kind: 'groups' };

/** Which rows of a dataset belong together, among themselves and with rows of the files beside it. Read in a thread. */
export class DatasetLinks {
  index = new LinkIndex();
  /** Names of the files that were read together; the dataset is the first. */
  files: string[] = [];
  /** Part of the dataset that was read, 0 to 1. */
  share = 0;
  failure: string | null = null;
  private reading: AbortController | null = null;
  private dataset: LinkedDataset | null = null;
  private readonly beside = new Map<number, Promise<DatasetFile>>();
  private readonly script: string;
  private readonly log: vscode.LogOutputChannel;
  private readonly tell: (news: LinksNews) => void;

  constructor(script: string, log: vscode.LogOutputChannel, tell: (news: LinksNews) => void) {
    this.script = script;
    this.log = log;
    this.tell = tell;
  }

  /** What was read does not hold any more. It is read again when it is wanted. */
  reset(): void {
    this.stop();
    this.index = new LinkIndex();
    this.files = [];
    this.share = 0;
    this.failure = null;
  }

  /** Begins to read, unless that was done. */
  want(dataset: LinkedDataset): void {
    if (this.reading) return;
    const reading = new AbortController();
    this.reading = reading;
    this.dataset = dataset;
    this.read(dataset, reading.signal).catch((error: unknown) => {
      if (!reading.signal.aborted) this.fail(errorMessage(error));
    });
  }

  /** A row of a file beside the dataset; null when it is gone. */
  async rowBeside(file: number, row: number): Promise<RawRow | null> {
    const name = this.files[file];
    if (!this.dataset || name === undefined || file === 0) return null;
    const place = this.pathOf(name);
    const opened = this.beside.get(file) ?? DatasetFile.open(nodeFileStore, place);
    this.beside.set(file, opened);
    const dataset = await opened;
    if (dataset.index.rows <= row) await dataset.indexed;
    return (await dataset.rows(row, 1))[0] ?? null;
  }

  /** Where a file beside the dataset is. */
  pathOf(name: string): string {
    return path.join(path.dirname(this.dataset?.uri.fsPath ?? ''), name);
  }

  stop(): void {
    this.reading?.abort();
    this.reading = null;
    for (const opened of this.beside.values()) opened.then((file) => file.close()).catch(() => undefined);
    this.beside.clear();
  }

  private async read(dataset: LinkedDataset, signal: AbortSignal): Promise<void> {
    const byHand = handLinks(dataset.fold);
    const { profile, settings, project, uri, file } = dataset;
    const splitOf = (name: string) => settingOf(project, this.pathOf(name)).split;
    const own = path.basename(uri.fsPath);
    const beside = await filesBeside(nodeFileStore, uri.fsPath, profile);
    if (signal.aborted) return;
    this.files = [own, ...beside];
    if (profile.links.length === 0 && byHand.length === 0) return this.end();
    const request: LinkRequest = {
      files: [
        { file, name: own, profile, settings, split: splitOf(own), beside: false },
        ...beside.map((name) => ({
          file: this.pathOf(name),
          name,
          profile,
          split: splitOf(name),
          beside: true,
        })),
      ],
      byHand,
    };
    await runLinkThread(this.script, request, signal, (report) => {
      if (!signal.aborted) this.take(report, dataset);
    });
  }

  private take(report: LinkReport, { size }: LinkedDataset): void {
    switch (report.kind) {
      case 'progress':
        this.index.take(report.batch);
        this.share = Math.min(0.99, report.bytes / Math.max(1, size));
        return this.tell({ kind: 'groups' });
      case 'findings':
        return this.tell({
          kind: 'findings',
          findings: report.findings.flatMap(({ file, finding }) => (file === 0 ? finding : [])),
        });
      case 'done':
        if (report.leftOut > 0) this.log.warn(`${report.leftOut} rows found no room in their groups`);
        return this.end();
      case 'failed':
        this.fail(report.message);
    }
  }

  private end(): void {
    this.share = 1;
    this.tell({ kind: 'groups' });
  }

  private fail(message: string): void {
    this.failure = message;
    this.log.error(`The links could not be read: ${message}`);
    this.tell({ kind: 'groups' });
  }
}
