import { stateOfTrace, statusOfRow, tracesToLabel } from '../core/annotation/labelling';
import type { SignedDecision } from '../core/annotation/event';
import type { RawRow } from '../core/dataset/row-reader';
import { fieldOf, ReadableRow } from '../core/field/field';
import { beginning, excerptOf } from '../core/profile/excerpt';
import { readRow } from '../core/profile/read-row';
import { emptyReading } from '../core/profile/reading';
import type { Trace } from '../core/profile/reading';
import { jsonText } from '../core/row/json';
import { decodeRow, parseRow } from '../core/row/parse';
import type { ParsedRow } from '../core/row/parse';
import type { Cell, ListedRow, ListedTrace } from '../protocol/table';
import type { DatasetDocument } from './dataset-document';
import { identifyParsed, standingOf } from './row-packets';
import type { RowQueue } from './row-queue';

/** So many findings of a row are named in the table; the others are counted. */
const FINDINGS_NAMED = 2;

/** The rows at `count` positions of the queue from `from` on. */
export async function listRows(
  document: DatasetDocument,
  queue: RowQueue,
  { from, count }: { from: number; count: number },
  columns: string[],
  annotator: string | null,
): Promise<ListedRow[]> {
  const listed: ListedRow[] = [];
  for (const run of runsOf(queue.numbers(from, count))) {
    for (const raw of await document.rows(run.from, run.count)) {
      listed.push(listRow(document, raw, from + listed.length, columns, annotator));
    }
  }
  return listed;
}

/** Row numbers as runs that can be read at once. */
function runsOf(numbers: number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.from + run.count) run.count++;
    else runs.push({ from: number, count: 1 });
  }
  return runs;
}

function listRow(
  document: DatasetDocument,
  raw: RawRow,
  position: number,
  columns: string[],
  annotator: string | null,
): ListedRow {
  const parsed = parseRow(decodeRow(raw.bytes));
  const { profile } = document.inForce;
  const reading = parsed.kind === 'value' ? readRow(parsed.value, profile) : emptyReading();
  const decisions = standingOf(document, identifyParsed(document, raw, parsed), annotator).map(
    ({ decision }) => decision,
  );
  const findings = document.findings.of(raw.number);
  return {
    number: raw.number,
    position,
    excerpt: excerptOf(parsed, reading, raw.size > raw.bytes.length),
    cells: columns.map((name) => cellOf(name, parsed, document)),
    ...standing(reading.traces, decisions),
    findings: findings.slice(0, FINDINGS_NAMED).map(({ rule, severity }) => ({ rule, severity })),
    findingCount: findings.length,
    edited: false,
  };
}

/** How a row stands: what one has said of it, and its flags. */
export function standing(
  traces: Trace[],
  decisions: SignedDecision[],
): Pick<ListedRow, 'status' | 'traces' | 'flags'> {
  return {
    status: statusOfRow(traces, decisions),
    traces: tracesToLabel(traces).map((trace) => listTrace(trace, decisions)),
    flags: decisions.filter(({ what }) => what === 'flag').length,
  };
}

function listTrace(trace: Trace, decisions: SignedDecision[]): ListedTrace {
  const { labels, firstError, verdict } = stateOfTrace(trace, decisions, 'first-error');
  if (firstError !== null) return { label: 'bad', step: firstError, verdict };
  const last = labels.findLastIndex((label) => label !== null);
  const label = labels[last] ?? null;
  const complete = last === labels.length - 1;
  return { label, step: complete || last === -1 ? null : last, verdict };
}

function cellOf(name: string, parsed: ParsedRow, document: DatasetDocument): Cell | null {
  const field = fieldOf(name);
  if (!field || parsed.kind !== 'value') return null;
  const values = field.values(new ReadableRow(parsed.value, document.inForce.profile));
  if (values.length === 0) return null;
  const text = values.map((value) => (typeof value === 'string' ? value : jsonText(value))).join(', ');
  const maths = name === 'problem' || name === 'answer';
  return {
    text: maths ? beginning(text, 'markdown') : text.slice(0, 200),
    dialect: maths ? 'markdown' : null,
  };
}
