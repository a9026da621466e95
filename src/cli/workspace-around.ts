import path from 'node:path';

/** The folder that a dataset's images may lie in: the one that the command runs in, where the file is below it, else the file's own. */
export function workspaceAround(file: string): string {
  const way = path.relative(process.cwd(), path.resolve(file));
  const below = !way.startsWith('..') && !path.isAbsolute(way);
  return below ? process.cwd() : path.dirname(path.resolve(file));
}
