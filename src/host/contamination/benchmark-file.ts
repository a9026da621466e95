import path from 'node:path';
import * as vscode from 'vscode';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { fileDigest } from '../../core/dataset/file-digest';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { problemText } from '../../core/contamination/row-texts';
import type { Profile } from '../../core/profile/profile';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import type { Reading } from '../../core/profile/reading';
import { decideProfile } from '../../core/project/decide-profile';
import { PROJECT_FILE } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import type { Benchmark } from '../../core/project/sections/benchmarks-section';
import { decodeRow, parseRow } from '../../core/row/parse';

/** A benchmark as the project file names it. */
export interface BenchmarkSource extends Benchmark {
  project: Project;
}

/** An open benchmark, of which items are read by their rows. */
export class BenchmarkFile {
  readonly name: string;
  readonly version: string | null;
  readonly path: string;
  readonly profile: Profile;
  /** It is not as it was when it was added. */
  readonly changed: boolean;
  private readonly dataset: DatasetFile;

  private constructor(source: BenchmarkSource, dataset: DatasetFile, profile: Profile, changed: boolean) {
    this.name = source.name;
    this.version = source.version ?? null;
    this.path = dataset.path;
    this.dataset = dataset;
    this.profile = profile;
    this.changed = changed;
  }

  /** Rejects with a sentence that says what to do when its file cannot be read. */
  static async open(source: BenchmarkSource, signal: AbortSignal): Promise<BenchmarkFile> {
    const { project, name, sha256 } = source;
    const file = path.resolve(project.folder, source.file);
    const dataset = await DatasetFile.open(nodeFileStore, file).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        vscode.l10n.t(
          'The benchmark {0} cannot be read ({1}): mend its file in {2}.',
          name,
          reason,
          PROJECT_FILE,
        ),
      );
    });
    await dataset.indexed;
    if (dataset.failure !== null) throw new Error(vscode.l10n.t('{0}: {1}', name, dataset.failure));
    const chosen = source.profile === undefined ? null : { id: source.profile, why: `named for ${name}` };
    const { profile } = decideProfile(await dataset.sample(), { file, project, chosen });
    const now = sha256 === undefined ? undefined : await fileDigest(nodeFileStore, file, signal);
    return new BenchmarkFile(source, dataset, profile, now !== sha256);
  }

  /** The bytes of an item's row (0-based); none when it is gone. */
  async bytes(row: number): Promise<Uint8Array> {
    const [raw] = await this.dataset.rows(row, 1);
    return raw?.bytes ?? new Uint8Array();
  }

  async reading(row: number): Promise<Reading> {
    const parsed = parseRow(decodeRow(await this.bytes(row)));
    return parsed.kind === 'value' ? readRow(parsed.value, this.profile) : emptyReading();
  }

  async problem(row: number): Promise<string> {
    return problemText(await this.reading(row));
  }

  close(): Promise<void> {
    return this.dataset.close();
  }
}
