import path from 'node:path';
import * as vscode from 'vscode';
import type { Difference, DifferenceKind } from '../../core/compare/difference';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { comparisonRule } from '../../core/compare/comparison-rule';
import { errorMessage } from '../../core/error-message';
import type { IdentityRule } from '../../core/row/key';
import type { Profile } from '../../core/profile/profile';
import { decideProfile } from '../../core/project/decide-profile';
import type { Project } from '../../core/project/project';
import type { ComparisonState, DifferencePacket, RowBytes, SideName } from '../../protocol/compare-page';
import { runCompareThread } from '../../workers/compare-client';
import type { Comparison } from '../../workers/compare-client';

/** One of two versions: where its bytes are, and what it is called. */
export interface CompareSide extends SideName {
  /** Path of the file to read. */
  file: string;
  /** Whether it is a file of the user's, which can be opened. */
  isOpenable: boolean;
}

export interface CompareSettings {
  compareWorker: string;
  /** The profile that somebody chose for a file, if any. */
  chosenProfile(file: string): string | undefined;
  projectOf(file: string): Promise<Project | null>;
  log: vscode.LogOutputChannel;
}

/** What a finished comparison holds: its result, and both files for reading rows. */
interface Finished extends Comparison {
  profile: Profile;
  rule: IdentityRule;
  older: DatasetFile;
  newer: DatasetFile;
}

/** One comparison: runs it, tells how far it is, and reads the rows that differ. */
export class CompareRun {
  state: ComparisonState = { kind: 'running', bytesRead: 0, bytesTotal: 0 };
  older: CompareSide;
  newer: CompareSide;
  private finished: Finished | null = null;
  private stop = new AbortController();
  private readonly settings: CompareSettings;
  private readonly changes = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changes.event;

  constructor(older: CompareSide, newer: CompareSide, settings: CompareSettings) {
    this.older = older;
    this.newer = newer;
    this.settings = settings;
  }

  /** Compares from the start; what was under way is given up. Never rejects: a failure is a state. */
  async start(): Promise<void> {
    this.stop.abort();
    const stop = (this.stop = new AbortController());
    this.change({ kind: 'running', bytesRead: 0, bytesTotal: 0 });
    await this.closeFiles();
    try {
      const finished = await this.compare(stop.signal);
      if (stop.signal.aborted) return await closeBoth(finished);
      this.finished = finished;
      const { counts, profile, rule } = finished;
      this.change({ kind: 'done', counts, profile, idField: rule.id ?? null, stale: false });
    } catch (error) {
      if (stop.signal.aborted) return;
      this.settings.log.error('The comparison failed', error);
      this.change({ kind: 'failed', message: errorMessage(error) });
    }
  }

  async swap(): Promise<void> {
    [this.older, this.newer] = [this.newer, this.older];
    await this.start();
  }

  /** Differences of these kinds, with the bytes of their rows; of each at most `longest`. */
  async packets(
    kinds: DifferenceKind[],
    from: number,
    count: number,
    longest: number,
  ): Promise<DifferencePacket[]> {
    const { finished } = this;
    if (!finished || (await this.lookAgain())) return [];
    const packets: DifferencePacket[] = [];
    for (const { kind, oldRow, newRow } of finished.differences.slice(kinds, from, count)) {
      const older = await rowBytes(finished.older, oldRow, longest);
      packets.push({ kind, older, newer: await rowBytes(finished.newer, newRow, longest) });
    }
    return packets;
  }

  nextAlike(kinds: DifferenceKind[], from: number, step: 1 | -1): number | null {
    return this.finished?.differences.nextAlike(kinds, from, step) ?? null;
  }

  /** The file that a row can be opened in, and the row there; null when only a version without a file of its own has it. */
  placeOf({ oldRow, newRow }: Pick<Difference, 'oldRow' | 'newRow'>): { file: string; row: number } | null {
    if (newRow !== null && this.newer.isOpenable) return { file: this.newer.file, row: newRow };
    if (oldRow !== null && this.older.isOpenable) return { file: this.older.file, row: oldRow };
    return null;
  }

  /** Whether a file changed since the comparison. Everybody is told the first time that it is seen. */
  async lookAgain(): Promise<boolean> {
    if (this.state.kind !== 'done' || !this.finished) return false;
    if (this.state.stale) return true;
    const { older, newer } = this.finished;
    const stale = (await isAnother(older)) || (await isAnother(newer));
    if (stale && this.state.kind === 'done') this.change({ ...this.state, stale });
    return stale;
  }

  async dispose(): Promise<void> {
    this.stop.abort();
    this.changes.dispose();
    await this.closeFiles();
  }

  private async compare(signal: AbortSignal): Promise<Finished> {
    const older = await openFile(this.older);
    const newer = await openFile(this.newer).catch(async (error: unknown) => {
      await older.close();
      throw error;
    });
    try {
      const telling = newer.index.rows > 0 ? newer : older; // an empty file tells nothing
      const profile = await this.chooseProfile(telling);
      const rule = await comparisonRule(profile, telling);
      const request = { oldFile: this.older.file, newFile: this.newer.file, rule };
      const tell = (bytesRead: number, bytesTotal: number) => {
        if (!signal.aborted) this.change({ kind: 'running', bytesRead, bytesTotal });
      };
      const found = await runCompareThread(this.settings.compareWorker, request, signal, tell);
      await Promise.all([older.indexed, newer.indexed]);
      return { ...found, profile, rule, older, newer };
    } catch (error) {
      await closeBoth({ older, newer });
      throw error;
    }
  }

  /** One profile holds for both versions. */
  private async chooseProfile(telling: DatasetFile): Promise<Profile> {
    const own = [this.newer, this.older].find(({ isOpenable }) => isOpenable);
    const file = own?.file ?? telling.path;
    const id = own && this.settings.chosenProfile(own.file);
    const chosen = id === undefined ? null : { id, why: 'chosen by you' };
    const project = await this.settings.projectOf(file);
    return decideProfile(await telling.sample(), { file, project, chosen }).profile;
  }

  private change(state: ComparisonState): void {
    this.state = state;
    this.changes.fire();
  }

  private async closeFiles(): Promise<void> {
    const { finished } = this;
    this.finished = null;
    if (finished) await closeBoth(finished);
  }
}

async function openFile({ file, name }: CompareSide): Promise<DatasetFile> {
  try {
    return await DatasetFile.open(nodeFileStore, file);
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = missing ? vscode.l10n.t('there is no such file') : String(error);
    throw new Error(vscode.l10n.t('{0} cannot be read: {1}.', name, why), { cause: error });
  }
}

async function closeBoth({ older, newer }: Pick<Finished, 'older' | 'newer'>): Promise<void> {
  await Promise.all([older.close(), newer.close()]);
}

async function isAnother({ path: file, facts }: DatasetFile): Promise<boolean> {
  const now = await nodeFileStore.facts(path.resolve(file)).catch(() => null);
  return now?.size !== facts.size || now.mtimeMs !== facts.mtimeMs;
}

async function rowBytes(
  dataset: DatasetFile,
  number: number | null,
  longest: number,
): Promise<RowBytes | null> {
  const [raw] = number === null ? [] : await dataset.rows(number, 1);
  if (!raw) return null;
  return { number: raw.number, bytes: new Uint8Array(raw.bytes.subarray(0, longest)).buffer, size: raw.size };
}
