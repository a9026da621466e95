import path from 'node:path';
import * as vscode from 'vscode';
import { AnnotationLog } from '../../core/annotation/annotation-log';
import { findingVerdicts } from '../../core/annotation/finding-verdict';
import type { FindingVerdict } from '../../core/annotation/finding-verdict';
import { findingDigest } from '../../core/check/finding-digest';
import type { Finding } from '../../core/check/finding';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { sweepBeside } from '../../core/dataset/left-behind';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { readLibrary } from '../../core/dataset/reference-library';
import type { RowPart } from '../../core/dataset/row-reader';
import { DatasetEdits } from '../../core/edit/dataset-edits';
import type { Edit, Leftover, Restored } from '../../core/edit/dataset-edits';
import type { DocumentRow } from '../../core/edit/document-rows';
import type { DocumentSnapshot } from '../../core/edit/document-snapshot';
import { claimBySocket } from '../../core/edit/node-claim';
import { nodeWriteStore } from '../../core/edit/node-write-store';
import type { RowChange } from '../../core/edit/row-changes';
import type { SaveOptions } from '../../core/edit/save';
import { ImageFiles } from '../../core/image/image-files';
import { describeFile } from '../../core/import/file-kind';
import type { FileKind } from '../../core/import/file-kind';
import { handLinks } from '../../core/link/hand-links';
import type { LibraryEntry } from '../../core/profile/library-entry';
import type { Profile } from '../../core/profile/profile';
import { identityRule } from '../../core/profile/profile-identity';
import { genericProfile } from '../../core/profile/shipped';
import type { Lack } from '../../core/profile/lacks';
import { decideProfile } from '../../core/project/decide-profile';
import { checkSettings, libraryPatterns, settingOf } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import { projectLibraries } from '../../core/project/project-libraries';
import { noSettings } from '../../core/check/check-settings';
import type { CheckSettings } from '../../core/check/check-settings';
import type { Json } from '../../core/row/json';
import { decideScheme } from '../../core/scheme/scheme-in-force';
import type { SchemeInForce } from '../../core/scheme/scheme-in-force';
import type { IndexProgress } from '../../protocol/page';
import { DatasetChecks } from './dataset-checks';
import { DatasetColumns } from './dataset-columns';
import { DatasetConcepts } from './dataset-concepts';
import { DatasetEvidence } from './dataset-evidence';
import { DatasetLinks } from './dataset-links';
import type { DocumentChange } from './document-change';
import type { DocumentSettings } from './document-settings';
import { GrowthPause } from './growth-pause';
import { identifyFindings } from './identify-findings';
import { UnpackedFile } from './unpacked-file';

/** The profile in force, and why. */
export interface ProfileInForce {
  profile: Profile;
  why: string;
  /** Fields that the profile names, and that no row has. */
  lacks: Lack[];
  /** How the checks are set for it. */
  settings: CheckSettings;
  /** What is asked of its rows. */
  asks: SchemeInForce;
}

const unread: ProfileInForce = {
  ...{ profile: genericProfile, why: '', lacks: [], settings: noSettings },
  asks: { scheme: null, why: '' },
};

/** One open dataset, shared by all editors on it: the file, the edits over it, what is said of it and found in it. */
export class DatasetDocument implements vscode.CustomDocument {
  readonly uri: vscode.Uri;
  readonly annotations: AnnotationLog;
  readonly checks: DatasetChecks;
  readonly columns: DatasetColumns;
  readonly links: DatasetLinks;
  readonly concepts: DatasetConcepts;
  readonly evidence: DatasetEvidence;
  /** The images that its rows name. */
  readonly images: ImageFiles;
  inForce = unread;
  project: Project | null = null;
  library: Promise<Map<string, LibraryEntry>> = Promise.resolve(new Map());
  /** What the file really is, whatever its name. */
  kind: FileKind | null = null;
  private edits: DatasetEdits | null = null;
  private unpacked: UnpackedFile | null = null;
  private unpacking: Promise<void> = Promise.resolve();
  private order: Promise<unknown> = Promise.resolve();
  private readonly growth = new GrowthPause(() => this.readAnew());
  /** What is wrong with the links of these rows was told. */
  private linksChecked = false;
  private readonly settings: DocumentSettings;
  private readonly changes = new vscode.EventEmitter<DocumentChange>();
  private readonly closing = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  readonly onDidDispose = this.closing.event;

  private constructor(uri: vscode.Uri, settings: DocumentSettings) {
    this.uri = uri;
    this.settings = settings;
    this.images = new ImageFiles(nodeFileStore, uri.fsPath, this.workspace);
    this.annotations = new AnnotationLog(nodeFileStore, uri.fsPath);
    this.checks = new DatasetChecks(settings.checkWorker, settings.log, (news) => {
      if (news.kind === 'checked') this.wantLinks(); // one thread over the file at a time
      this.changes.fire(
        news.kind === 'rows' ? { kind: 'rows', rows: this.open.documentRows(news.rows) } : news,
      );
    });
    this.links = new DatasetLinks(settings.linkWorker, settings.log, (news) => {
      if (news.kind === 'groups') return this.changes.fire({ kind: 'linked' });
      if (!this.linksChecked) void this.foundInLinks(news.findings);
    });
    this.columns = new DatasetColumns(
      settings.statisticsWorker,
      { state: settings.state, key: `columns:${uri.toString()}` },
      () => ({ file: this.file, size: this.open.dataset.facts.size, profile: this.inForce.profile }),
    );
    this.concepts = new DatasetConcepts(this, settings.conceptWorker);
    this.evidence = new DatasetEvidence(this, settings);
  }

  /** Resolves once the first rows can be shown; the index goes on growing. */
  static async open(uri: vscode.Uri, settings: DocumentSettings): Promise<DatasetDocument> {
    const document = new DatasetDocument(uri, settings);
    await document.annotations.load();
    await document.readFile();
    return document;
  }

  /** The folder that images may lie in: the workspace's, else the file's own. */
  get workspace(): string {
    return vscode.workspace.getWorkspaceFolder(this.uri)?.uri.fsPath ?? path.dirname(this.uri.fsPath);
  }

  get name(): string {
    return path.basename(this.uri.fsPath);
  }

  /** The file whose rows are shown. */
  get file(): string {
    return this.open.dataset.path;
  }

  get progress(): IndexProgress {
    const { dataset, rowCount, numbering } = this.open;
    const { index, facts, failure } = dataset;
    const share = this.unpacked?.share ?? 1;
    return {
      rows: rowCount,
      numbering,
      complete: index.complete && share === 1,
      bytesRead: index.bytes,
      bytesTotal: share > 0 ? facts.size / share : Number.MAX_SAFE_INTEGER,
      failure: failure ?? this.unpacked?.broken ?? null,
    };
  }

  /** Why rows cannot be edited; null when they can. */
  get readOnly(): string | null {
    return (
      this.unpacked &&
      `${this.name} is compressed, so it can only be read. “Convert to JSONL” makes a file of it.`
    );
  }

  /** Whether there are edits that are not in the file. */
  get dirty(): boolean {
    return this.open.dirty;
  }

  /** What an earlier session left behind. */
  get leftover(): Leftover {
    return this.open.leftover;
  }

  /** Rows of the file, as far as it is indexed. */
  get fileRows(): number {
    return this.open.dataset.index.rows;
  }

  /** All rows as they are once what was asked for until now is done; of a compressed file, once it is unpacked. */
  async snapshot(): Promise<DocumentSnapshot> {
    await this.unpacking;
    return this.open.snapshot();
  }

  rows(from: number, count: number): Promise<DocumentRow[]> {
    return this.open.rows(from, count);
  }

  /** Part of a row that is too long to be read whole. */
  async part(number: number, from: number, length: number): Promise<RowPart | null> {
    const origin = this.open.list.origin(number);
    return origin?.kind === 'file' ? this.open.dataset.part(origin.row, from, length) : null;
  }

  /** The document rows in which rows of the file stand, ascending. */
  documentRows(fileRows: Iterable<number>): number[] {
    return this.open.documentRows(fileRows);
  }

  /** The row of the file that a row was made from; for a new row, that of the nearest one before it. */
  fileRowOf(row: number): number {
    return this.open.list.fileRowOf(row);
  }

  /** The bytes that the row of the file has that a row was made from; null for a row that is new, or gone from the file. */
  async savedBytes(row: number): Promise<Uint8Array | null> {
    const origin = this.open.list.origin(row);
    const fileRow = origin?.kind === 'file' ? origin.row : origin?.of;
    const [raw] = fileRow === undefined ? [] : await this.open.dataset.rows(fileRow, 1);
    return raw?.bytes ?? null;
  }

  /** Rows that are not in the file as they are here, and the row of the file that each was made from, if any. */
  addedRows(): { row: number; of: number | undefined }[] {
    return this.open.addedRows().map(({ row, piece }) => ({ row, of: piece.of }));
  }

  /** What the checks found in a row; of one that is not in the file, what they find in it now. */
  async findingsOf(row: DocumentRow): Promise<Finding[]> {
    if (row.origin.kind === 'added') return (await this.checks.inRow(row)) ?? [];
    return this.checks.findings.of(row.origin.row);
  }

  /** What reviewers came to about a finding. */
  verdictOn(finding: Finding): FindingVerdict | null {
    const { identity } = finding;
    if (!identity) return null;
    const shared = this.checks.duplicateKeys.has(identity.key);
    const standing = this.annotations.fold.standing(identity.key);
    const own = shared ? standing.filter(({ row }) => row.hash === identity.hash) : standing;
    return own.length > 0 ? (findingVerdicts(own).get(findingDigest(finding)) ?? null) : null;
  }

  /** Checks the file again, from its first row. */
  recheck(): void {
    const { file, uri, workspace } = this;
    const { profile, settings } = this.inForce;
    this.links.reset();
    this.linksChecked = false;
    this.checks.start({ file, dataset: uri.fsPath, workspace, profile, settings });
  }

  /** Makes a change. Null when there was nothing to change. */
  async edit(change: RowChange): Promise<Edit | null> {
    const made = await this.open.edit(change);
    if (!made) return null;
    const told = async (act: () => Promise<void>) => {
      await act();
      this.changes.fire({ kind: 'edited' });
    };
    this.changes.fire({ kind: 'edited' });
    return { undo: () => told(() => made.undo()), redo: () => told(() => made.redo()) };
  }

  /** Writes the edits to the file. See `DatasetEdits.save`. */
  async save(options: SaveOptions): Promise<void> {
    await this.open.save(options);
  }

  saveAs(file: string, options: SaveOptions): Promise<void> {
    return this.open.saveAs(file, options);
  }

  /** Gives up all edits since the last save. */
  async revert(): Promise<void> {
    await this.open.revert();
    if ((await this.open.followDisk()) === 'replaced') return this.reload(); // rows may have come meanwhile
    this.changes.fire({ kind: 'edited' });
  }

  /** Takes the file as it is on disk now, and makes the edits in it: each row is found again by its key. */
  async keepMine() {
    const report = await this.open.keepMine(identityRule(this.inForce.profile));
    this.readAnew();
    this.changes.fire({ kind: 'edited', anew: true });
    return report;
  }

  /** A folder for files that are needed for a while. */
  get scratchFolder(): string {
    return this.settings.scratchFolder;
  }

  backup(folder: string): Promise<void> {
    return this.open.backup(folder);
  }

  async restore(backup?: string): Promise<Restored | null> {
    const restored = await this.open.restore(backup);
    if (restored) this.changes.fire({ kind: 'edited' });
    return restored;
  }

  /** Reads the file from the start: it is another one than was opened. Edits that were not saved are dropped. */
  async reload(): Promise<void> {
    await this.edits?.close({ drop: true });
    await this.unpacked?.dispose();
    await this.readFile();
    this.changes.fire({ kind: 'reopened' });
  }

  /** Takes the profile that is chosen now. */
  async useProfile(): Promise<void> {
    await this.readInProfile(this.open.dataset);
    this.columns.reset();
    this.changes.fire({ kind: 'reopened' });
  }

  /** A project file changed, or another scheme was chosen: what it says of this dataset holds at once. */
  async projectChanged(): Promise<void> {
    const told = (inForce: ProfileInForce) =>
      JSON.stringify([inForce, this.about, libraryPatterns(this.project)]);
    const before = told(this.inForce);
    this.inForce = await this.decide(this.open.dataset);
    if (told(this.inForce) !== before) await this.useProfile();
  }

  /** The first rows, as far as they are JSON. */
  sample(): Promise<Json[]> {
    return this.open.dataset.sample();
  }

  /** What the project file says of this file. */
  get about() {
    return settingOf(this.project, this.uri.fsPath);
  }

  /** Looks at the file on disk. Rows that were appended are taken in; says so when the file became another one. */
  async lookAtDisk(): Promise<'same' | 'grown' | 'replaced'> {
    await this.open.settled();
    if (this.unpacked) return (await this.unpacked.isCurrent()) ? 'same' : 'replaced';
    const last = this.open.rowCount - 1;
    const became = await this.open.followDisk();
    if (became === 'grown') {
      this.changes.fire({ kind: 'indexed' });
      if (last >= 0) this.changes.fire({ kind: 'rows', rows: [last] }); // it may have been written by half
      this.growth.grew();
    }
    return became;
  }

  /** Runs one thing after the other: labels reach the log in the order of their keys, however long a row takes to read. */
  inOrder<T>(work: () => Promise<T>): Promise<T> {
    const run = this.order.then(work);
    this.order = run.catch(() => undefined);
    return run;
  }

  /** Begins to read which rows belong together, unless that was done. */
  wantLinks(): void {
    const { uri, file, annotations } = this;
    const { size } = this.open.dataset.facts;
    const { profile, settings } = this.inForce;
    this.links.want({ uri, file, size, profile, settings, project: this.project, fold: annotations.fold });
  }

  /** Somebody linked rows, or took that back: which belong together is read again. */
  relink(): void {
    this.linksChecked = this.links.share === 1;
    this.links.reset();
    this.wantLinks();
  }

  /** Tells every listener that a row has a new decision, and which page it was made in. */
  decided(row: number, by: object): void {
    this.changes.fire({ kind: 'decided', row, by });
  }

  /** Decisions about many rows were made or taken back. */
  decidedMany(): void {
    this.changes.fire({ kind: 'rows', rows: null });
  }

  async reloadAnnotations(): Promise<void> {
    const before = JSON.stringify(handLinks(this.annotations.fold));
    await this.annotations.load();
    if (JSON.stringify(handLinks(this.annotations.fold)) !== before) this.relink();
    this.changes.fire({ kind: 'rows', rows: null });
  }

  dispose(): void {
    this.growth.end();
    this.checks.stop();
    this.columns.dispose();
    this.links.stop();
    this.concepts.dispose();
    this.evidence.dispose();
    void this.closeFile();
    void this.annotations.close();
    this.closing.fire();
    this.changes.dispose();
    this.closing.dispose();
  }

  /** A file beside the dataset changed: its rows may refer to other entries now. */
  libraryChanged(): void {
    this.library = this.readLibrary();
    this.concepts.changed(true);
  }

  private get open(): DatasetEdits {
    if (!this.edits) throw new Error(`${this.name} is not open yet`);
    return this.edits;
  }

  private async closeFile(): Promise<void> {
    await this.edits?.close({ drop: true });
    await this.unpacked?.dispose();
  }

  private async readFile(): Promise<void> {
    this.kind = await describeFile(nodeFileStore, this.uri.fsPath);
    const { importWorker, editStorage, log } = this.settings;
    sweepBeside(this.uri.fsPath).catch((error: unknown) => log.warn('what is left beside it stays', error));
    this.unpacked = await UnpackedFile.beginIfPacked(
      this.kind,
      importWorker,
      this.uri.fsPath,
      this.scratchFolder,
    );
    const source = this.unpacked?.path ?? this.uri.fsPath;
    const file = await DatasetFile.open(nodeFileStore, source, (growing) => {
      if (this.edits?.dataset === growing) this.changes.fire({ kind: 'indexed' });
    });
    const claim = this.settings.sharesEditStorage ? claimBySocket : undefined;
    const stores = { files: nodeFileStore, disk: nodeWriteStore, claim };
    this.edits = await DatasetEdits.open(stores, file, editStorage, () => this.saved());
    await this.readInProfile(file);
    if (this.unpacked) this.unpacking = this.followUnpacked(this.unpacked);
  }

  /** Takes in what is unpacked, as it comes. */
  private async followUnpacked(unpacked: UnpackedFile): Promise<void> {
    for await (const _ of unpacked.growth()) {
      if (this.unpacked !== unpacked) break;
      await this.open.dataset.grown();
      this.changes.fire({ kind: 'indexed' });
    }
    this.readAnew();
  }

  private async readInProfile(file: DatasetFile): Promise<void> {
    this.inForce = await this.decide(file);
    this.settings.log.info(`${this.name}: profile ${this.inForce.profile.id}: ${this.inForce.why}`);
    this.readAnew();
  }

  /** What was read from the whole file does not hold any more. */
  private readAnew(): void {
    this.growth.end();
    this.library = this.readLibrary();
    this.recheck();
    this.columns.reset();
  }

  /** The edits are in the file, and the rows have other places in it. */
  private saved(): void {
    this.readAnew();
    this.changes.fire({ kind: 'saved' });
  }

  /** Findings about rows that belong together come without the rows. */
  private async foundInLinks(findings: Finding[]): Promise<void> {
    const { dataset } = this.open;
    const rule = identityRule(this.inForce.profile);
    const found = await identifyFindings(findings, (row) => dataset.rows(row, 1), rule);
    if (!this.linksChecked) this.checks.found(found);
  }

  private async readLibrary(): Promise<Map<string, LibraryEntry>> {
    const libraries = await projectLibraries(this.project);
    return readLibrary(nodeFileStore, this.uri.fsPath, this.inForce.profile, libraries);
  }

  private async decide(file: DatasetFile): Promise<ProfileInForce> {
    const known = this.uri.fsPath;
    const project = (this.project = await this.settings.projectOf(known));
    const id = this.settings.chosenProfile(known);
    const chosen = id === undefined ? null : { id, why: 'chosen by you' };
    const { profile, why, lacks } = decideProfile(await file.sample(), { file: known, project, chosen });
    const asks = decideScheme(project, known, this.settings.chosenScheme(known));
    return { profile, why, lacks, asks, settings: checkSettings(project, known, profile) };
  }
}
