import path from 'node:path';
import type { Difference, DifferenceCounts, DifferenceKind } from '../core/compare/difference';
import { comparedRow, fieldDiff, placeOf } from '../core/compare/field-diff';
import type { DatasetFile } from '../core/dataset/dataset-file';
import { comparisonRule } from '../core/compare/comparison-rule';
import { errorMessage } from '../core/error-message';
import { pathText } from '../core/row/json';
import { identifyRow } from '../core/row/key';
import type { IdentityRule } from '../core/row/key';
import { decodeRow, parseRow } from '../core/row/parse';
import { runCompareThread } from '../workers/compare-client';
import type { Comparison } from '../workers/compare-client';
import type { Command } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { openDataset } from './open-dataset';
import { writeLine } from './output';

/** Rows that were only put elsewhere are counted, not listed. */
const LISTED: DifferenceKind[] = ['added', 'removed', 'changed'];
/** Differences taken from the list at a time. */
const AT_A_TIME = 256;

/** Compares two versions of a dataset row by row, and writes a line for each row that was added, removed or changed. */
export const compare: Command = {
  usage: 'compare OLD NEW [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const [oldFile, newFile] = files;
    if (files.length !== 2 || oldFile === undefined || newFile === undefined)
      throw new UsageError('compare takes two files: the older version, then the newer');
    const newer = await openDataset(newFile, options);
    const older = await openDataset(oldFile, options);
    const rule = await comparisonRule(newer.detection.profile, newer.dataset);
    const { counts, differences } = await run(oldFile, newFile, rule);
    for (let from = 0; ; from += AT_A_TIME) {
      const some = differences.slice(LISTED, from, AT_A_TIME);
      for (const difference of some) {
        const { line, note } = await describe(difference, older.dataset, newer.dataset, rule);
        writeLine(options.format === 'jsonl' ? JSON.stringify(line) : inWords(line, note));
      }
      if (some.length < AT_A_TIME) break;
    }
    await Promise.all([older.dataset.close(), newer.dataset.close()]);
    process.stderr.write(`${summary(counts)}\n`);
    return counts.unchanged === counts.oldRows && counts.unchanged === counts.newRows
      ? exitCodes.clean
      : exitCodes.findings;
  },
};

async function run(oldFile: string, newFile: string, rule: IdentityRule): Promise<Comparison> {
  const request = {
    oldFile: path.resolve(oldFile),
    newFile: path.resolve(newFile),
    rule,
  };
  const script = path.join(__dirname, 'compare-worker.js');
  try {
    return await runCompareThread(script, request, new AbortController().signal);
  } catch (error) {
    throw new UnreadableInput(errorMessage(error));
  }
}

/** A line of output. Row numbers are from 1; null on the side without the row. */
interface DescribedDifference {
  kind: DifferenceKind;
  key: string;
  oldRow: number | null;
  newRow: number | null;
  /** Paths of the fields that differ; none when only the spelling of a row does, or when it is not JSON. */
  fields: string[];
}

async function describe(
  { kind, oldRow, newRow }: Difference,
  older: DatasetFile,
  newer: DatasetFile,
  rule: IdentityRule,
): Promise<{ line: DescribedDifference; note: string }> {
  const [old, now] = [await readRow(older, oldRow), await readRow(newer, newRow)];
  const row = now ?? old;
  if (!row) throw new UnreadableInput(`${newer.path} changed while it was compared`);
  const { key } = identifyRow(row.bytes, row.value, rule);
  const fields = old && now && changedFields(old, now);
  const note = fields ? fields.join(', ') || 'same value, other bytes' : 'not JSON, or too long';
  return {
    line: { kind, key, oldRow: fromOne(oldRow), newRow: fromOne(newRow), fields: fields ?? [] },
    note,
  };
}

type ReadRow = NonNullable<Awaited<ReturnType<typeof readRow>>>;

/** Null when one of the rows has no value to compare. */
function changedFields(old: ReadRow, now: ReadRow): string[] | null {
  if (old.value === undefined || now.value === undefined) return null;
  const changes = fieldDiff(comparedRow(old.text, old.value), comparedRow(now.text, now.value));
  return changes.map((change) => pathText(placeOf(change)));
}

async function readRow(dataset: DatasetFile, number: number | null) {
  const [raw] = number === null ? [] : await dataset.rows(number, 1);
  if (!raw) return null;
  const text = decodeRow(raw.bytes);
  const parsed = parseRow(text);
  return { bytes: raw.bytes, text, value: parsed.kind === 'value' ? parsed.value : undefined };
}

function inWords({ kind, key, oldRow, newRow }: DescribedDifference, note: string): string {
  const rows = kind === 'changed' && oldRow !== newRow ? `${oldRow} → ${newRow}` : (newRow ?? oldRow);
  return `${kind} row ${rows} (${key})${kind === 'changed' ? `: ${note}` : ''}`;
}

function summary({ added, removed, changed, moved, unchanged }: DifferenceCounts): string {
  return `${added} added, ${removed} removed, ${changed} changed, ${moved} moved, ${unchanged} unchanged`;
}

function fromOne(row: number | null): number | null {
  return row === null ? null : row + 1;
}
