import path from 'node:path';
import { DatasetFile } from '../core/dataset/dataset-file';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { Detection } from '../core/profile/detect';
import { shippedProfiles } from '../core/profile/shipped';
import { asLines } from './as-lines';
import { UnreadableInput, UsageError } from './exit-codes';

/** Opens a file, indexes all of it, and finds its profile: the one named, else the one that its rows have. */
export async function openDataset(
  name: string,
  profileId: string | undefined,
): Promise<{ dataset: DatasetFile; detection: Detection }> {
  const file = path.resolve(name);
  const dataset = await DatasetFile.open(nodeFileStore, file).catch((error: unknown) => {
    throw new UnreadableInput(`${name}: ${reasonOf(error)}`);
  });
  await dataset.indexed;
  if (dataset.failure !== null) throw new UnreadableInput(`${name}: ${dataset.failure}`);
  return { dataset, detection: await detectionFor(dataset, profileId) };
}

/** The same for a file of any kind that has rows: JSON, CSV, Parquet, compressed. Closing it discards what was made for it. */
export async function openAnyDataset(
  name: string,
  profileId: string | undefined,
): Promise<{ dataset: DatasetFile; detection: Detection; close: () => Promise<void> }> {
  const { file, discard } = await asLines(path.resolve(name)).catch((error: unknown) => {
    throw new UnreadableInput(`${name}: ${reasonOf(error)}`);
  });
  try {
    const { dataset, detection } = await openDataset(file, profileId);
    return { dataset, detection, close: () => dataset.close().then(discard) };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function detectionFor(dataset: DatasetFile, profileId: string | undefined): Promise<Detection> {
  if (profileId === undefined) return dataset.detect(shippedProfiles);
  const profile = shippedProfiles.find(({ id }) => id === profileId);
  if (!profile) throw new UsageError(`there is no profile “${profileId}”`);
  return { profile, confidence: 1, why: 'named on the command line' };
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'it may not be read',
};

/** Why a file could not be read or written, for people. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return ('code' in error && REASONS[String(error.code)]) || error.message;
}
