import path from 'node:path';
import { DatasetFile } from '../core/dataset/dataset-file';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { CheckSettings } from '../core/check/check-settings';
import { decideProfile } from '../core/project/decide-profile';
import type { DecidedProfile } from '../core/project/decide-profile';
import { checkSettings, profilesOf } from '../core/project/project';
import type { Project } from '../core/project/project';
import { asLines } from './as-lines';
import type { Options } from './command';
import { UnreadableInput, UsageError } from './exit-codes';
import { reasonOf } from './reason';

/** What decides on how a dataset is read. */
export type ReadingOptions = Pick<Options, 'profile' | 'projects'>;

export interface OpenedDataset {
  dataset: DatasetFile;
  detection: DecidedProfile;
  project: Project | null;
  settings: CheckSettings;
}

/**
 * Opens a file, indexes all of it, and finds its profile: the one named, else that of its project file, else the one that its rows
 * have. `known` is what people call it where it was made of another file.
 */
export async function openDataset(
  name: string,
  options: ReadingOptions,
  known = path.resolve(name),
): Promise<OpenedDataset> {
  const file = path.resolve(name);
  const dataset = await DatasetFile.open(nodeFileStore, file).catch((error: unknown) => {
    throw new UnreadableInput(`${name}: ${reasonOf(error)}`);
  });
  await dataset.indexed;
  if (dataset.failure !== null) throw new UnreadableInput(`${name}: ${dataset.failure}`);
  const project = await options.projects.of(known);
  const detection = await detectionFor(dataset, options.profile, project, known);
  return { dataset, detection, project, settings: checkSettings(project, known, detection.profile) };
}

/** The same for a file of any kind that has rows: JSON, CSV, Parquet, compressed. Closing it discards what was made for it. */
export async function openAnyDataset(
  name: string,
  options: ReadingOptions,
): Promise<OpenedDataset & { close: () => Promise<void> }> {
  const { file, discard } = await asLines(path.resolve(name)).catch((error: unknown) => {
    throw new UnreadableInput(`${name}: ${reasonOf(error)}`);
  });
  try {
    const opened = await openDataset(file, options, path.resolve(name));
    return { ...opened, close: () => opened.dataset.close().then(discard) };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function detectionFor(
  dataset: DatasetFile,
  profile: string | undefined,
  project: Project | null,
  file: string,
): Promise<DecidedProfile> {
  if (profile !== undefined && profilesOf(project).every(({ id }) => id !== profile))
    throw new UsageError(`there is no profile “${profile}”`);
  const chosen = profile === undefined ? null : { id: profile, why: 'named on the command line' };
  return decideProfile(await dataset.sample(), { file, project, chosen });
}
