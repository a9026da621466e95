import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Where commands keep compiled benchmarks, and how far checks are that did not end: `--cache`, else SCHOLIUM_CACHE, else this user's
 * folder for such things. Null for `--no-cache`: nothing is kept.
 */
export function cacheFolder(options: { cache: string | undefined; 'no-cache': boolean }): string | null {
  if (options['no-cache']) return null;
  const named = options.cache ?? process.env['SCHOLIUM_CACHE'];
  return named ? path.resolve(named) : path.join(userCaches(), 'scholium');
}

/** As the system has it: the XDG Base Directory Specification, Apple's File System Programming Guide, Windows' known folders. */
function userCaches(): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return local || path.join(homedir(), 'AppData', 'Local');
  return path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.cache');
}
