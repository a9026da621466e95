import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FilterReport, FilterRequest } from '../../protocol/filter-worker';
import { runFilterThread } from '../../workers/threads';
import type { DatasetDocument } from '../document/dataset-document';

const LINE_FEED = Buffer.from('\n');

/**
 * Which of these rows of a document fit, of those that are not in its file: they are written to a file of their own, and
 * searched in a thread as the file is. So a regular expression that never ends holds up nothing here either.
 */
export async function searchAddedRows(
  document: DatasetDocument,
  rows: readonly number[],
  request: Omit<FilterRequest, 'file'>,
  script: string,
  signal: AbortSignal,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const file = path.join(document.scratchFolder, `${randomBytes(8).toString('hex')}.jsonl`);
  try {
    const findings = await writeRows(document, rows, file);
    const found: number[] = [];
    const take = (report: FilterReport) => {
      if (report.kind === 'progress') for (const at of report.hits) found.push(rows[at] ?? -1);
    };
    const facts = { ...request.facts, findings };
    await runFilterThread(script, { ...request, file, facts }, signal, take);
    return found.filter((row) => row !== -1);
  } finally {
    await rm(file, { force: true });
  }
}

/** Writes rows a line each. Returns the rules of what the checks find in them, by line. */
async function writeRows(
  document: DatasetDocument,
  rows: readonly number[],
  file: string,
): Promise<Map<number, string[]>> {
  const findings = new Map<number, string[]>();
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx');
  try {
    for (const [at, row] of rows.entries()) {
      const [raw] = await document.rows(row, 1);
      const rules = raw ? (await document.findingsOf(raw)).map(({ rule }) => rule) : [];
      if (rules.length > 0) findings.set(at, rules);
      await handle.writev([raw?.bytes ?? Buffer.alloc(0), LINE_FEED]);
    }
  } finally {
    await handle.close();
  }
  return findings;
}
