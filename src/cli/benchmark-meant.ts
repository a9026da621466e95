import path from 'node:path';
import { fileDigest } from '../core/dataset/file-digest';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { benchmarkNamed } from '../core/project/project';
import { UnreadableInput } from './exit-codes';
import type { Projects } from './projects';
import { reasonOf } from './reason';

/** A benchmark as it was named on the command line, and the file that is meant. */
export interface BenchmarkMeant {
  /** As it was named. */
  name: string;
  file: string;
  profile: string | undefined;
}

/**
 * The benchmark of this name in the project file of `dataset`, else the file of this name. Says on the error output when the file is
 * not as it was when it was added.
 */
export async function benchmarkMeant(
  name: string,
  dataset: string,
  projects: Projects,
): Promise<BenchmarkMeant> {
  const known = benchmarkNamed(await projects.of(dataset), name);
  if (!known) return { name, file: name, profile: undefined };
  const file = path.relative('', known.path) || known.path;
  const now = known.sha256 === undefined ? undefined : await digestOf(file);
  if (now !== known.sha256)
    process.stderr.write(`${name}: ${file} is not as it was when it was added to the project file\n`);
  return { name, file, profile: known.profile };
}

function digestOf(file: string): Promise<string> {
  return fileDigest(nodeFileStore, file).catch((error: unknown) => {
    throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
  });
}
