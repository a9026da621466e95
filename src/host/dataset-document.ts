import path from 'node:path';
import * as vscode from 'vscode';
import { AnnotationLog } from '../core/annotation/annotation-log';
import { Findings } from '../core/check/findings';
import { DatasetFile } from '../core/dataset/dataset-file';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { readLibrary } from '../core/dataset/reference-library';
import type { RawRow } from '../core/dataset/row-reader';
import type { LibraryEntry } from '../core/profile/library-entry';
import type { Profile } from '../core/profile/profile';
import { genericProfile, shippedProfiles } from '../core/profile/shipped';
import type { CheckReport } from '../protocol/check-worker';
import type { IndexProgress } from '../protocol/page';
import { runCheckThread } from '../workers/check-client';

/** What happened to a document; every page on it, the problems panel and the status bar listen. */
export type DocumentChange =
  | { kind: 'indexed' }
  | { kind: 'rows'; rows: number[] | null }
  | { kind: 'decided'; row: number; by: object }
  | { kind: 'checked' }
  | { kind: 'reopened' };

/** The profile in force, and why. */
export interface ProfileInForce {
  profile: Profile;
  why: string;
}

export interface DocumentSettings {
  checkWorker: string;
  /** The profile that somebody chose for a file, if any. */
  chosenProfile(file: string): string | undefined;
  log: vscode.LogOutputChannel;
}

/** One open dataset, shared by all editors on it. */
export class DatasetDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly annotations: AnnotationLog;
  findings = new Findings();
  duplicateKeys = new Set<string>();
  private file: DatasetFile | null = null;
  inForce: ProfileInForce = { profile: genericProfile, why: '' };
  library: Promise<Map<string, LibraryEntry>> = Promise.resolve(new Map());
  private order: Promise<unknown> = Promise.resolve();
  private stopChecks = new AbortController();
  private readonly settings: DocumentSettings;
  private readonly changes = new vscode.EventEmitter<DocumentChange>();
  private readonly closing = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  readonly onDidDispose = this.closing.event;

  private constructor(uri: vscode.Uri, settings: DocumentSettings) {
    this.uri = uri;
    this.settings = settings;
    this.annotations = new AnnotationLog(nodeFileStore, uri.fsPath);
  }

  /** Resolves once the first rows can be shown; the index goes on growing. */
  static async open(uri: vscode.Uri, settings: DocumentSettings): Promise<DatasetDocument> {
    const document = new DatasetDocument(uri, settings);
    await document.annotations.load();
    await document.reopen();
    return document;
  }

  get name(): string {
    return path.basename(this.uri.fsPath);
  }

  get progress(): IndexProgress {
    const { index, facts, failure } = this.open;
    return {
      rows: index.rows,
      complete: index.complete,
      bytesRead: index.bytes,
      bytesTotal: facts.size,
      failure,
    };
  }

  rows(from: number, count: number): Promise<RawRow[]> {
    return this.open.rows(from, count);
  }

  /** Reads the file from the start: it changed on disk, or another profile was chosen. */
  async reopen(): Promise<void> {
    const previous = this.file;
    const file = await DatasetFile.open(nodeFileStore, this.uri.fsPath, (growing) => {
      if (this.file === growing) this.changes.fire({ kind: 'indexed' });
    });
    this.inForce = await this.chooseProfile(file);
    this.settings.log.info(`${this.name}: profile ${this.inForce.profile.id}: ${this.inForce.why}`);
    this.file = file;
    this.library = readLibrary(nodeFileStore, this.uri.fsPath, this.inForce.profile);
    this.startChecks();
    await previous?.close();
    this.changes.fire({ kind: 'reopened' });
  }

  /** Runs one thing after the other: labels reach the log in the order of their keys, however long a row takes to read. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const run = this.order.then(work);
    this.order = run.catch(() => undefined);
    return run;
  }

  /** Tells every listener that a row has a new decision, and which page it was made in. */
  decided(row: number, by: object): void {
    this.changes.fire({ kind: 'decided', row, by });
  }

  async reloadAnnotations(): Promise<void> {
    await this.annotations.load();
    this.changes.fire({ kind: 'rows', rows: null });
  }

  /** Whether the file on disk is another one than was opened. */
  async changedOnDisk(): Promise<boolean> {
    const now = await nodeFileStore.facts(this.uri.fsPath);
    return now.size !== this.open.facts.size || now.mtimeMs !== this.open.facts.mtimeMs;
  }

  dispose(): void {
    this.stopChecks.abort();
    void this.file?.close();
    void this.annotations.close();
    this.closing.fire();
    this.changes.dispose();
    this.closing.dispose();
  }

  private get open(): DatasetFile {
    if (!this.file) throw new Error(`${this.name} is not open yet`);
    return this.file;
  }

  private async chooseProfile(file: DatasetFile): Promise<ProfileInForce> {
    const chosen = this.settings.chosenProfile(this.uri.fsPath);
    const profile = shippedProfiles.find(({ id }) => id === chosen);
    return profile ? { profile, why: 'chosen by you' } : file.detect(shippedProfiles);
  }

  private startChecks(): void {
    this.stopChecks.abort();
    const stop = new AbortController();
    this.stopChecks = stop;
    this.findings = new Findings();
    this.duplicateKeys = new Set();
    const request = { file: this.uri.fsPath, profile: this.inForce.profile };
    const take = (report: CheckReport) => stop.signal.aborted || this.takeReport(report);
    runCheckThread(this.settings.checkWorker, request, stop.signal, take).catch((error: unknown) => {
      this.settings.log.error(`${this.name}: the checks stopped`, error);
    });
  }

  private takeReport(report: CheckReport): void {
    switch (report.kind) {
      case 'progress':
        if (report.findings.length)
          this.changes.fire({ kind: 'rows', rows: this.findings.add(report.findings) });
        return;
      case 'done':
        this.duplicateKeys = new Set(report.duplicateKeys);
        this.settings.log.info(`${this.name}: ${report.rows} rows checked, ${this.findings.total} findings`);
        this.changes.fire({ kind: 'checked' });
        return;
      case 'failed':
        this.settings.log.error(`${this.name}: the checks stopped: ${report.message}`);
    }
  }
}
