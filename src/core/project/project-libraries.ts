import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { LibraryFiles } from '../dataset/reference-library';
import { libraryPatterns, settingOf } from './project';
import type { Project } from './project';

/** A project with more files than this is not looked through to its end. */
const MOST_LOOKED_AT = 20_000;
const NOT_THERE = /^(?:node_modules|\.git)$|\.scholium$/;

/** The files whose entries are a library for all datasets of the project, by name, and those that are none although they look like one. */
export async function projectLibraries(project: Project | null): Promise<LibraryFiles> {
  const found = { named: new Array<string>(), refused: new Array<string>() };
  if (!project || libraryPatterns(project).length === 0) return found;
  let looked = 0;
  for await (const file of filesBelow(project.folder)) {
    if (++looked > MOST_LOOKED_AT) break;
    const { library } = settingOf(project, file);
    if (library !== undefined) (library ? found.named : found.refused).push(file);
  }
  return { named: found.named.toSorted(), refused: found.refused.toSorted() };
}

/** Files nearer to the folder come first. */
async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isFile()) yield path.join(folder, entry.name);
  for (const entry of entries) {
    if (entry.isDirectory() && !NOT_THERE.test(entry.name)) yield* filesBelow(path.join(folder, entry.name));
  }
}
