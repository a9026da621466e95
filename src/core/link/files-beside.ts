import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { areParts } from './splits';

/** Files beside a dataset that are read with it at most, and how large all of them may be (bytes). */
const MOST_FILES = 24;
const MOST_BYTES = 1024 ** 3;

/**
 * The files beside a dataset whose rows may belong to its groups: those that a link rule names, and the other parts (train,
 * validation, test) of the same dataset. None where no rule links rows.
 */
export async function filesBeside(files: FileStore, dataset: string, profile: Profile): Promise<string[]> {
  if (profile.links.length === 0) return [];
  const [folder, own] = [path.dirname(dataset), path.basename(dataset)];
  const patterns = profile.links.flatMap((rule) => rule.files ?? []).map(patternOf);
  const found: string[] = [];
  let bytes = 0;
  for (const name of await files.list(folder)) {
    if (name === own || !/\.(?:jsonl|ndjson)$/i.test(name)) continue;
    if (!areParts(own, name) && !patterns.some((pattern) => pattern.test(name))) continue;
    bytes += (await files.facts(path.join(folder, name))).size;
    if (bytes > MOST_BYTES || found.length === MOST_FILES) break;
    found.push(name);
  }
  return found;
}

function patternOf(name: string): RegExp {
  const parts = name.split('*').map((part) => part.replaceAll(/[\\^$.|?+()[\]{}]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'iu');
}
