import path from 'node:path';
import * as vscode from 'vscode';
import { DatasetFile } from '../../core/dataset/dataset-file';
import { nodeFileStore } from '../../core/dataset/node-file-store';
import { decideProfile } from '../../core/project/decide-profile';
import type { Project } from '../../core/project/project';
import type { Profile } from '../../core/profile/profile';
import { ItemFile } from './item-file';

/** Opens a file in which duplicates are looked for; it is read as `profile` says, else as its project or its rows do. */
export async function openSearched(
  file: string,
  name: string | null,
  profile: Profile | null,
  project: Project | null = null,
): Promise<ItemFile> {
  const dataset = await DatasetFile.open(nodeFileStore, file);
  await dataset.indexed;
  if (dataset.failure !== null)
    throw new Error(vscode.l10n.t('{0}: {1}', path.basename(file), dataset.failure));
  const read = profile ?? decideProfile(await dataset.sample(), { file, project, chosen: null }).profile;
  return new ItemFile(dataset, { name: name ?? path.basename(file), profile: read });
}
