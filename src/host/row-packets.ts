import type { SignedDecision, Target } from '../core/annotation/event';
import type { RawRow } from '../core/dataset/row-reader';
import { identityRule } from '../core/profile/profile-identity';
import type { Json } from '../core/row/json';
import { valueAt } from '../core/row/json';
import { digest, identifyRow } from '../core/row/key';
import type { RowIdentity } from '../core/row/key';
import { decodeRow, parseRow } from '../core/row/parse';
import type { ParsedRow } from '../core/row/parse';
import type { RowPacket, StandingDecision } from '../protocol/page';
import type { DatasetDocument } from './dataset-document';
import type { RowQueue } from './row-queue';

/** A row as read, and who it is. */
export interface IdentifiedRow extends RowIdentity {
  raw: RawRow;
  value: Json | undefined;
}

export function identify(document: DatasetDocument, raw: RawRow): IdentifiedRow {
  return identifyParsed(document, raw, parseRow(decodeRow(raw.bytes)));
}

export function identifyParsed(document: DatasetDocument, raw: RawRow, parsed: ParsedRow): IdentifiedRow {
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  return { raw, value, ...identifyRow(raw.bytes, value, identityRule(document.inForce.profile)) };
}

/** What the page gets of a row: exactly its bytes, not the pool they were read into. */
export function packetOf(
  document: DatasetDocument,
  queue: RowQueue,
  raw: RawRow,
  annotator: string | null,
): RowPacket {
  const row = identify(document, raw);
  const { key, hash } = row;
  const bytes = new Uint8Array(raw.bytes).buffer;
  const standing = standingOf(document, row, annotator);
  return {
    number: raw.number,
    ...queue.place(raw.number),
    edited: false,
    bytes,
    size: raw.size,
    key,
    hash,
    findings: document.findings.of(raw.number),
    standing,
  };
}

/** One's own decisions on a row, and everybody's flags: another's labels would sway one's own. */
export function standingOf(
  document: DatasetDocument,
  row: IdentifiedRow,
  annotator: string | null,
): StandingDecision[] {
  return document.annotations.fold
    .standing(row.key)
    .filter((decision) => decision.what === 'flag' || decision.annotator === annotator)
    .filter(({ row: seen }) => seen.hash === row.hash || !document.duplicateKeys.has(row.key))
    .map((decision) => ({ decision, drifted: hasDrifted(decision, row) }));
}

/** Whether what a decision is about has another text now than when it was decided. */
function hasDrifted(decision: SignedDecision, row: IdentifiedRow): boolean {
  if (decision.row.hash === row.hash) return false;
  return decision.text === undefined || decision.text !== targetDigest(decision.target, row.value);
}

/** The digest of a step's text as it stands in the row; undefined where the target is not one text. */
export function targetDigest(target: Target, value: Json | undefined): string | undefined {
  if (target.kind !== 'step') return undefined;
  const text = valueAt(value, target.path);
  return typeof text === 'string' ? digest(text.slice(target.start, target.end)) : undefined;
}
