import path from 'node:path';
import * as vscode from 'vscode';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { fileDigest } from '../../core/dataset/file-digest';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { errorMessage } from '../../core/error-message';
import { decideProfile } from '../../core/project/decide-profile';
import { PROJECT_FILE } from '../../core/project/project';
import type { Project } from '../../core/project/project';
import type { Benchmark } from '../../core/project/sections/benchmarks-section';
import { ItemFile } from './item-file';

/** A benchmark as the project file names it. */
export interface BenchmarkSource extends Benchmark {
  project: Project;
}

/** Opens a benchmark. Rejects with a sentence that says what to do when its file cannot be read. */
export async function openBenchmark(source: BenchmarkSource, signal: AbortSignal): Promise<ItemFile> {
  const { project, name, sha256, version } = source;
  const file = path.resolve(project.folder, source.file);
  const dataset = await DatasetFile.open(nodeFileStore, file).catch((error: unknown) => {
    const reason = errorMessage(error);
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
  return new ItemFile(dataset, { name, version: version ?? null, profile, changed: now !== sha256 });
}
