import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Json } from '../../../src/core/row/json';
import { runCli } from '../cli/run-cli';
import { folderWith } from '../temp-files';

/** Lines of rows as a file has them. */
function linesOf(rows: Json[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The rows that `make KIND` makes of others, as from a terminal. */
export async function made(
  context: TestContext,
  rows: Json[],
  kind: string,
  ...options: string[]
): Promise<Record<string, Json>[]> {
  const folder = await folderWith(context, { 'rows.jsonl': linesOf(rows) });
  const to = path.join(folder, 'made.jsonl');
  const { code, err } = await runCli('make', kind, path.join(folder, 'rows.jsonl'), '--to', to, ...options);
  if (code !== 0) throw new Error(err);
  const text = (await readFile(to, 'utf8')).trimEnd();
  return text.split('\n').map((line) => JSON.parse(line) as Record<string, Json>);
}

/** What `check` finds of some check in files of rows: file, row and rule. */
export async function foundIn(
  context: TestContext,
  files: Record<string, Json[]>,
  check: string,
): Promise<string[]> {
  const texts = Object.entries(files).map(([name, rows]) => [name, linesOf(rows)]);
  const folder = await folderWith(context, Object.fromEntries(texts) as Record<string, string>);
  const names = Object.keys(files).map((name) => path.join(folder, name));
  const { lines } = await runCli('check', ...names, '--format', 'jsonl');
  return lines()
    .filter((line) => String(line['rule']).startsWith(check))
    .map(({ file, row, rule }) => `${path.basename(String(file))}:${String(row)} ${String(rule)}`);
}
