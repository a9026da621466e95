import { isSettled } from '../../core/annotation/finding-verdict';
import { stateOfTrace, statusOfRow, tracesToLabel } from '../../core/annotation/labelling';
import type { SignedDecision } from '../../core/annotation/event';
import { flagThreads } from '../../core/annotation/flag-thread';
import { cutReading } from '../../core/cut/cut-reading';
import type { DocumentRow } from '../../core/edit/document-rows';
import { WORST_FIRST } from '../../core/check/finding';
import { cellOf } from '../../core/column/cell';
import type { Column } from '../../core/column/column';
import { ReadableRow } from '../../core/field/field';
import { excerptOf } from '../../core/profile/excerpt';
import { readRow } from '../../core/profile/read-row';
import { emptyReading } from '../../core/profile/reading';
import type { Reading, Trace } from '../../core/profile/reading';
import { statusUnder } from '../../core/scheme/answers';
import type { NamedScheme } from '../../core/scheme/scheme';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { ParsedRow } from '../../core/row/parse';
import { Slices } from '../../core/scan/slices';
import type { StandingDecision } from '../../protocol/page';
import type { ListedRow, ListedTrace } from '../../protocol/table';
import type { DatasetDocument } from '../document/dataset-document';
import { identifyParsed, standingOf } from './row-packets';
import type { RowQueue } from '../queue/row-queue';

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
  const shown = document.columns.byIds(columns);
  const slices = new Slices();
  const passes = queue.passes(from, count);
  for (const run of runsOf(passes.map(({ number }) => number))) {
    for (const raw of await document.rows(run.from, run.count)) {
      const place = { position: from + listed.length, again: passes[listed.length]?.again ?? false };
      listed.push(await listRow(document, raw, place, shown, annotator));
      await slices.pause();
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

async function listRow(
  document: DatasetDocument,
  raw: DocumentRow,
  place: Pick<ListedRow, 'position' | 'again'>,
  columns: (Column | null)[],
  annotator: string | null,
): Promise<ListedRow> {
  const parsed = parseRow(decodeRow(raw.bytes));
  const { profile } = document.inForce;
  const reading = parsed.kind === 'value' ? readRow(parsed.value, profile) : emptyReading();
  const decisions = standingOf(document, identifyParsed(document, raw, parsed), annotator, place.again);
  const found = await document.findingsOf(raw);
  const findings = WORST_FIRST.flatMap((severity) =>
    found.filter((finding) => finding.severity === severity && !isSettled(document.verdictOn(finding))),
  );
  return {
    number: raw.number,
    ...place,
    excerpt: excerptOf(parsed, reading, raw.size > raw.bytes.length),
    cells: cellsOf(columns, parsed, document),
    ...standing(reading, decisions, document.inForce.asks.scheme),
    findings: findings.slice(0, FINDINGS_NAMED).map(({ rule, severity }) => ({ rule, severity })),
    findingCount: findings.length,
    edited: raw.origin.kind === 'added',
  };
}

/** How a row stands: what one has said of it, and its flags. */
export function standing(
  reading: Reading,
  said: StandingDecision[],
  scheme: NamedScheme | null,
): Pick<ListedRow, 'status' | 'traces' | 'flags'> {
  const decisions = said.map(({ decision }) => decision);
  const inForce = said.flatMap(({ decision, drifted }) => (drifted ? [] : [decision]));
  const cut = cutReading(reading, inForce);
  const { traces } = cut;
  return {
    status: scheme ? statusUnder(scheme, cut, decisions) : statusOfRow(traces, decisions),
    traces: tracesToLabel(traces).map((trace) => listTrace(trace, decisions)),
    flags: flagThreads(decisions).filter(({ open }) => open).length,
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

/** What a row shows in columns; null where it lacks the field. */
function cellsOf(
  columns: (Column | null)[],
  parsed: ParsedRow,
  { inForce }: DatasetDocument,
): ListedRow['cells'] {
  if (parsed.kind !== 'value') return columns.map(() => null);
  const row = new ReadableRow(parsed.value, inForce.profile);
  return columns.map((column) => {
    const cell = column && cellOf(column, row, parsed.text);
    if (!cell || cell.kind === 'missing') return null;
    return { text: cell.cut ? `${cell.text}…` : cell.text, dialect: cell.dialect };
  });
}
