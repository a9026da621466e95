import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

let told = false;

/** The folder of real datasets: SCHOLIUM_DATA, else `../shared/data` beside the repository. Undefined, and said so, where it is not there. */
export function dataFolder(): string | undefined {
  const folder = resolve(process.env['SCHOLIUM_DATA'] ?? join('..', 'shared', 'data'));
  if (existsSync(folder)) return folder;
  if (!told) console.log('No folder of real data (SCHOLIUM_DATA): the tests that read it are left out.');
  told = true;
  return undefined;
}

export function readRows(folder: string, name: string): Record<string, unknown>[] {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map(parseRow);
}

/** The JSONL files of one of its folders. */
export function jsonlFiles(folder: string, name: string): string[] {
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.jsonl'));
  return files.map((file) => `${name}/${file}`);
}

/** The lines of a file, broken rows among them. */
export function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
}

function parseRow(line: string): Record<string, unknown> {
  const row: unknown = JSON.parse(line);
  return typeof row === 'object' && row !== null ? { ...row } : {};
}

/** Every string within a value. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** The distinct formulas of CHAMP, as they stand between `@@`. */
export function champFormulas(folder: string): string[] {
  const files = ['problems', 'concepts', 'hints'].map((name) => `champ/${name}.jsonl`);
  const texts = files.flatMap((name) => readRows(folder, name)).flatMap(stringsIn);
  return [...new Set(texts.flatMap((text) => text.split('@@').filter((_part, at) => at % 2 === 1)))];
}
