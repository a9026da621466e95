import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { libraryPatterns, matchesPattern } from './project';
import type { Project } from './project';

/** A project with more files than this is not looked through to its end. */
const MOST_LOOKED_AT = 20_000;
const NOT_THERE = /^(?:node_modules|\.git)$|\.scholium$/;

/** The files whose entries are a library for all datasets of the project, by name. */
export async function projectLibraries(project: Project | null): Promise<string[]> {
  const patterns = libraryPatterns(project);
  if (!project || patterns.length === 0) return [];
  const found: string[] = [];
  let looked = 0;
  for await (const file of filesBelow(project.folder)) {
    if (++looked > MOST_LOOKED_AT) break;
    if (patterns.some((pattern) => matchesPattern(project, file, pattern))) found.push(file);
  }
  return found.toSorted();
}

/** Files nearer to the folder come first. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isFile()) yield path.join(folder, entry.name);
  for (const entry of entries) {
    if (entry.isDirectory() && !NOT_THERE.test(entry.name)) yield* filesBelow(path.join(folder, entry.name));
  }
}
