import path from 'node:path';
import type { DatasetFile, Growth } from '../dataset/dataset-file';
import { digest } from '../row/key';
import type { IdentityRule } from '../row/key';
import { BaseFile } from './base-file';
import { detachSteps } from './detach-steps';
import { DocumentEditor } from './document-editor';
import { readDocumentRows } from './document-rows';
import { DocumentSnapshot } from './document-snapshot';
import type { DocumentRow } from './document-rows';
import { EditHistory } from './edit-history';
import type { Step } from './edit-history';
import type { Claim, EditStores } from './edit-stores';
import { ConflictError, identityOf } from './file-identity';
import type { FileIdentity } from './file-identity';
import type { LineEnd } from './file-layout';
import { FileRowMap } from './file-row-map';
import { claimKept, keepState, keptAt, readKept, removeKept, setAside } from './kept-edits';
import type { KeptEdits, ReadEdits } from './kept-edits';
import { rowsInAll } from './piece';
import type { AddedPiece, Splice } from './piece';
import type { RowChange } from './row-changes';
import { reanchor } from './reanchor';
import type { Reanchored } from './reanchor';
import { RowList } from './row-list';
import type { SaveOptions } from './save';
import { writeDocument } from './write-document';

/** An edit that was made. Taken back and made again in the order of an undo stack; that works across saves. */
export interface Edit {
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** One for each numbering of rows, of whatever dataset: a file that is read anew has another one than before. */
let numberings = 0;

/** What an earlier session left behind for this dataset: edits to restore, or edits that do not fit the file, set aside. */
export type Leftover = { kind: 'none' } | { kind: 'edits' } | { kind: 'aside'; journal: string; why: string };

/** What a restore brought back, in edits. What was lost is kept in `aside`. */
export interface Restored {
  restored: number;
  lost: number;
  aside: string | null;
}

/**
 * The edits of one dataset over its untouched file: the rows as edited, undo, a journal on disk, save. One thing happens
 * after the other: what comes while a save runs waits for its end. Reading never waits.
 */
export class DatasetEdits {
  /** What was found of an earlier session. The first edit sets it aside, unless it was restored. */
  leftover: Leftover = { kind: 'none' };
  private readonly stores: EditStores;
  private readonly kept: KeptEdits;
  /** The place where edits are kept; null where no other window has the storage. */
  private readonly claim: Claim | null;
  private readonly history = new EditHistory();
  private readonly onRebased: (dataset: DatasetFile) => void;
  private base: BaseFile;
  private editor: DocumentEditor;
  private map: FileRowMap | null = null;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly reads = new Set<Promise<unknown>>();
  /** Why no more can be edited: the file is saved, but could not be opened again; or this is closed. */
  private failure: unknown = null;

  private constructor(
    stores: EditStores,
    base: BaseFile,
    place: { kept: KeptEdits; claim: Claim | null },
    onRebased: (dataset: DatasetFile) => void,
  ) {
    this.stores = stores;
    this.base = base;
    this.kept = place.kept;
    this.claim = place.claim;
    this.editor = new DocumentEditor(base, new RowList(), this.kept.added, ++numberings);
    this.onRebased = onRebased;
  }

  /**
   * Takes over an open dataset and closes it in the end. `storage` is a folder for journals.
   * `onRebased` is told the newly opened dataset after each save; the one before is then closed.
   * Rejects with a ConflictError when the file changed since it was opened.
   */
  static async open(
    stores: EditStores,
    dataset: DatasetFile,
    storage: string,
    onRebased: (dataset: DatasetFile) => void = () => undefined,
  ): Promise<DatasetEdits> {
    const base = await BaseFile.of(stores, dataset);
    const place = await claimKept(stores, path.join(storage, digest(dataset.path)));
    const edits = new DatasetEdits(stores, base, place, onRebased);
    await edits.look().catch(async (error: unknown) => {
      await place.claim?.release();
      throw error;
    });
    return edits;
  }

  /** The dataset under the edits; another one after each save. */
  get dataset(): DatasetFile {
    return this.base.dataset;
  }

  /** Rows of the document, as far as the file is indexed. */
  get rowCount(): number {
    return this.editor.rowCount;
  }

  /** Whether the document is another one than the file. */
  get dirty(): boolean {
    return this.history.dirty;
  }

  /** The rows of the document as they are now; unaffected by later edits. */
  get list(): RowList {
    return this.editor.list;
  }

  /** Another number whenever a row number may stand for another row than before. */
  get numbering(): number {
    return this.editor.numbering;
  }

  /** The rows as they are once what was asked for until now is done. */
  snapshot(): Promise<DocumentSnapshot> {
    return this.inTurn(async () => {
      const { list, numbering } = this;
      const added = list.addedRows().length > 0 ? await this.kept.added.shared() : null;
      return new DocumentSnapshot(this.dataset.shared(), list, added, numbering);
    });
  }

  rows(from: number, count: number): Promise<DocumentRow[]> {
    const read = readDocumentRows(this.dataset, this.list, this.kept.added, from, count);
    this.reads.add(read);
    const over = () => void this.reads.delete(read);
    read.then(over, over);
    return read;
  }

  /** The document rows in which file rows stand, ascending: none for rows edited or deleted. */
  documentRows(fileRows: Iterable<number>): number[] {
    this.map ??= new FileRowMap(this.list.pieces);
    return this.map.documentRows(fileRows);
  }

  /** The rows that are not in the file: edited ones and new ones. What is found in the file does not hold for them. */
  addedRows(): { row: number; piece: AddedPiece }[] {
    return this.list.addedRows();
  }

  /** Makes a change, and resolves with it when it is durable; null when there was nothing to change. */
  edit(change: RowChange): Promise<Edit | null> {
    return this.inTurn(async () => {
      if (this.leftover.kind === 'edits') await this.putAside('They were not restored.');
      const splices = await change(this.editor);
      if (splices.length === 0) return null;
      const { forward, backward } = await this.apply(splices);
      const step = this.history.add(forward, backward);
      return { undo: () => this.undo(step), redo: () => this.redo(step) };
    });
  }

  /**
   * Writes the document over the file; nothing when there is no edit. Rejects with a ConflictError when the file on disk is
   * not the one that was opened, with a SaveError when it cannot be written; file and edits are then as they were.
   */
  save(options: SaveOptions = {}): Promise<void> {
    return new Promise((resolve, reject) => {
      void this.inTurn(async () => {
        if (!this.dirty) return;
        await this.dataset.indexed;
        const lastLineEnd = await this.editor.lastLineEnd();
        const made = await this.saveOver(options);
        resolve();
        await this.rebase(made, lastLineEnd).catch((error: unknown) => (this.failure = error));
      }).then(resolve, reject);
    });
  }

  /** Writes the document to another file. This document and its edits stay as they are. Onto its own file it is a save. */
  async saveAs(file: string, options: SaveOptions = {}): Promise<void> {
    const { files, disk } = this.stores;
    const target = await files.realPath(file).catch(() => path.resolve(file));
    const own = await files.realPath(this.dataset.path).catch(() => null);
    if (target === own) return this.save(options);
    await this.inTurn(async () => {
      await this.dataset.indexed;
      const like = await disk.status(target).catch(() => null);
      const beforeRename = () => this.base.checkSource();
      await writeDocument(this.stores, this.base, this.state, { target, like, beforeRename }, options);
    });
  }

  /** Gives up all edits since the last save. */
  revert(): Promise<void> {
    return this.inTurn(async () => {
      await this.kept.journal.end(this.stores.disk);
      this.setList(new RowList(), ++numberings);
      this.history.revert();
    });
  }

  /**
   * Brings back what an earlier session left; from a backup when its folder is given. Null when there is nothing that fits.
   * What was done before cannot be undone then.
   */
  restore(backup?: string): Promise<Restored | null> {
    return this.inTurn(async () => {
      await this.dataset.indexed; // edits may be anywhere
      const from = backup === undefined ? this.kept : backupAt(this.stores, backup);
      const read = await readKept(from, this.base.identity);
      if (read === null || typeof read === 'string') return null;
      const { restored, lost } = read;
      const aside = from === this.kept && lost === 0 ? this.goOn(read) : await this.takeOver(read, from);
      this.leftover = { kind: 'none' };
      this.history.clear(restored > 0);
      return { restored, lost, aside };
    });
  }

  /**
   * Answers a conflict with "keep mine": takes the file as it is on disk now, and makes the edits in it. The edits as they
   * were are kept aside on disk. What was done before cannot be undone then.
   */
  keepMine(rule: IdentityRule): Promise<Omit<Reanchored, 'list'> & { aside: string | null }> {
    return this.inTurn(async () => {
      const old = this.base;
      const base = await BaseFile.open(this.stores, old.dataset.path);
      const { list, aside, ...report } = await this.reanchoredIn(base, rule).catch(async (error: unknown) => {
        await base.close(); // the edits stay over the file as it was: no save can take them for edits of another
        throw error;
      });
      this.base = base;
      this.setList(list, ++numberings);
      await aside?.added.close();
      this.history.clear(!list.isWholeFile);
      await this.changeBase(old);
      return { ...report, aside: aside && aside.journal.path };
    });
  }

  /** The edits in another version of the file, kept on disk. */
  private async reanchoredIn(base: BaseFile, rule: IdentityRule) {
    await base.dataset.indexed;
    const { list, ...report } = await reanchor(this.list, this.base, base.dataset, rule, this.kept.added);
    const aside = this.dirty ? await setAside(this.stores, this.kept) : null;
    if (!aside) await this.kept.journal.end(this.stores.disk); // it names the file as it was
    const { identity, dataset } = base;
    const state = { dataset: dataset.path, base: identity, list, added: (aside ?? this.kept).added };
    return { ...report, aside, list: aside ? await keepState(this.stores, this.kept, state) : list };
  }

  /**
   * Looks at the file on the disk, when no save is under way: its new file is nobody else's. Rows that were appended are taken
   * in, with unsaved edits too: a save then asks about them. Where the file became another one, it is to be opened anew.
   */
  async followDisk(): Promise<Growth> {
    await this.dataset.indexed;
    return this.queued(async () => {
      const became = await this.dataset.grown();
      const isBehind = this.base.identity.size !== this.dataset.facts.size;
      if (became !== 'replaced' && isBehind && !this.failure) await this.takeGrowth();
      return became;
    });
  }

  /** Without edits the file is what it is now. */
  private async takeGrowth(): Promise<void> {
    if (this.dirty || this.leftover.kind === 'edits') return;
    this.base = await this.base.grown(this.stores);
    await this.kept.journal.end(this.stores.disk); // it names the file as it was
    this.setList(new RowList());
  }

  /** Writes everything needed to restore the document to a folder of its own. */
  backup(folder: string): Promise<void> {
    return this.inTurn(async () => {
      const to = backupAt(this.stores, folder);
      await keepState(this.stores, to, this.state);
      await to.journal.close();
      await to.added.close();
    });
  }

  /** Closes the dataset. Unsaved edits stay in the journal, unless they are to be dropped. */
  async close(options: { drop?: boolean } = {}): Promise<void> {
    await this.settled();
    this.failure ??= new Error('The file was read anew: what was done before cannot be undone or redone.');
    await this.readsOver();
    const nothingLeft = (!this.dirty || options.drop) && this.leftover.kind !== 'edits';
    if (nothingLeft && !(await this.kept.journal.isForeign())) {
      await removeKept(this.stores, this.kept).catch(() => undefined); // read as saved when it is found again
    }
    await this.kept.journal.close();
    await this.kept.added.close();
    await this.base.close();
    await this.claim?.release();
  }

  /** Resolves when nothing is under way: after a save, when its file is open again. */
  async settled(): Promise<void> {
    await this.queue;
  }

  private get state() {
    const { identity: base } = this.base;
    return { dataset: this.dataset.path, base, list: this.list, added: this.kept.added };
  }

  private async look(): Promise<void> {
    const read = await readKept(this.kept, this.base.identity);
    if (typeof read === 'string') await this.putAside(read);
    else if (read === null || (read.lost === 0 && read.list.isWholeFile))
      await removeKept(this.stores, this.kept);
    else this.leftover = { kind: 'edits' };
  }

  private async putAside(why: string): Promise<void> {
    const aside = await setAside(this.stores, this.kept);
    this.leftover = { kind: 'aside', journal: aside.journal.path, why };
  }

  private goOn({ list, content }: ReadEdits): null {
    this.kept.journal.resume(content);
    this.setList(list, ++numberings);
    return null;
  }

  /** Takes a document from where it is kept into this dataset's own journal. Returns where that was set aside, if it was. */
  private async takeOver({ list }: ReadEdits, from: KeptEdits): Promise<string | null> {
    const aside = this.leftover.kind === 'edits' ? await setAside(this.stores, this.kept) : null;
    const source = from === this.kept && aside ? aside : from;
    const state = { ...this.state, list, added: source.added };
    this.setList(await keepState(this.stores, this.kept, state), ++numberings);
    await source.added.close();
    return aside && aside.journal.path;
  }

  private setList(list: RowList, numbering = this.numbering): void {
    this.editor = new DocumentEditor(this.base, list, this.kept.added, numbering);
    this.map = null;
  }

  /** Applies splices: on disk first, then here. */
  private async apply(splices: readonly Splice[]) {
    const { list, forward, backward } = await this.editor.apply(splices);
    await this.kept.journal.append(this.dataset.path, this.base.identity, forward);
    const stay = forward.every(({ remove, insert }) => remove === rowsInAll(insert));
    this.setList(list, stay ? this.numbering : ++numberings);
    return { forward, backward };
  }

  private undo(step: Step): Promise<void> {
    return this.inTurn(async () => {
      if (!this.history.canUndo(step))
        throw new Error('This edit is not the last one: it cannot be undone now.');
      await this.apply(step.backward);
      this.history.stepBack();
    });
  }

  private redo(step: Step): Promise<void> {
    return this.inTurn(async () => {
      if (!this.history.canRedo(step))
        throw new Error('This edit was not the last one undone: it cannot be redone now.');
      await this.apply(step.forward);
      this.history.stepForward();
    });
  }

  private async saveOver(options: SaveOptions): Promise<FileIdentity> {
    const { files, disk } = this.stores;
    await this.base.checkUnchanged(this.stores);
    const detached = await detachSteps(this.history.steps, this.base, this.kept.added);
    const target = await files.realPath(this.dataset.path);
    const beforeRename = async (made: FileIdentity) => {
      await this.kept.journal.noteSave(made);
      await this.base.checkUnchanged(this.stores); // last: nothing but the renaming comes behind it
    };
    const written = await writeDocument(
      this.stores,
      this.base,
      this.state,
      { target, like: await disk.status(target), beforeRename },
      options,
    );
    const made = await this.bringAlong(target, written);
    for (const [step, splices] of detached) Object.assign(step, splices);
    this.history.markSaved();
    await this.kept.journal.end(disk).catch(() => undefined); // it says itself that its edits are saved
    return made;
  }

  /**
   * No system renames a file only where nobody appended to the other one meanwhile. What came between the last look and the
   * renaming is in the file that has just lost its name: it is put behind the new one. What remains: a program that keeps
   * the old file open writes to that one for as long as it runs, and what it writes from now on is seen by nobody.
   */
  private async bringAlong(target: string, made: FileIdentity): Promise<FileIdentity> {
    const { files, disk } = this.stores;
    const late = await this.base.appended();
    if (late.length === 0) return made;
    const log = await files.openLog(target);
    try {
      await log.append(late);
    } finally {
      await log.close();
    }
    const source = await disk.openSource(target);
    try {
      return await identityOf(source, made.size + late.length);
    } finally {
      await source.close();
    }
  }

  /** Lays the edits over the file as saved. Rows are read from the old one until the new one is indexed. */
  private async rebase(made: FileIdentity, lastLineEnd: LineEnd): Promise<void> {
    const old = this.base;
    const base = await old.reopen(this.stores, lastLineEnd);
    if (base.identity.fingerprint !== made.fingerprint || base.identity.size !== made.size) {
      await base.close();
      throw new ConflictError(old.dataset.path, 'changed');
    }
    await base.dataset.indexed;
    this.base = base;
    this.setList(new RowList());
    await this.changeBase(old);
  }

  private async changeBase(old: BaseFile): Promise<void> {
    this.onRebased(this.dataset);
    await this.readsOver();
    await old.close();
  }

  private async readsOver(): Promise<void> {
    await Promise.allSettled(this.reads);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.queued(() => {
      if (this.failure) throw this.failure;
      return work();
    });
  }

  private queued<T>(work: () => Promise<T>): Promise<T> {
    const run = this.queue.then(work);
    this.queue = run.catch(() => undefined);
    return run;
  }
}

function backupAt({ files }: EditStores, folder: string): KeptEdits {
  return keptAt(files, path.join(folder, 'backup'));
}
