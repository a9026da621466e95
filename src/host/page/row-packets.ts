import * as vscode from 'vscode';
import { carriedIn } from '../../core/annotation/carried';
import type { Decision, SignedDecision, Target } from '../../core/annotation/event';
import { isLabelledBy, seenAgain } from '../../core/annotation/second-pass';
import type { DocumentRow } from '../../core/edit/document-rows';
import type { Profile } from '../../core/profile/profile';
import { identityRule } from '../../core/profile/profile-identity';
import { readRow } from '../../core/profile/read-row';
import type { Json } from '../../core/row/json';
import { valueAt } from '../../core/row/json';
import { digest, identifyRow } from '../../core/row/key';
import type { RowIdentity } from '../../core/row/key';
import { decodeRow, parseRow } from '../../core/row/parse';
import type { ParsedRow } from '../../core/row/parse';
import { suggestionsFor } from '../../core/review/suggestion-effect';
import type { RowPacket, StandingDecision } from '../../protocol/page';
import type { DatasetDocument } from '../document/dataset-document';
import type { RowQueue } from '../queue/row-queue';

/** A row as read, and who it is. */
export interface IdentifiedRow extends RowIdentity {
  raw: DocumentRow;
  value: Json | undefined;
}

export function identify(document: DatasetDocument, raw: DocumentRow): IdentifiedRow {
  return identifyParsed(document, raw, parseRow(decodeRow(raw.bytes)));
}

export function identifyParsed(
  document: DatasetDocument,
  raw: DocumentRow,
  parsed: ParsedRow,
): IdentifiedRow {
  const value = parsed.kind === 'value' ? parsed.value : undefined;
  return { raw, value, ...identifyRow(raw.bytes, value, identityRule(document.inForce.profile)) };
}

/** What the page gets of a row: exactly its bytes, not the pool they were read into. */
export async function packetOf(
  document: DatasetDocument,
  queue: RowQueue,
  raw: DocumentRow,
  annotator: string | null,
  askedAgain = false,
): Promise<RowPacket> {
  const row = identify(document, raw);
  const again = askedAgain && isLabelledBy(document.annotations.fold.standing(row.key), annotator);
  const { key, hash } = row;
  const bytes = new Uint8Array(raw.bytes).buffer;
  return {
    number: raw.number,
    again,
    ...queue.place({ number: raw.number, again }),
    edited: raw.origin.kind === 'added',
    bytes,
    size: raw.size,
    key,
    hash,
    findings: (await document.findingsOf(raw)).map((finding) => ({
      ...finding,
      verdict: document.verdictOn(finding),
    })),
    standing: standingOf(document, row, annotator, again),
    review: reviewOf(document, row),
    suggested: suggestedOf(document, row, annotator, again),
  };
}

const SAID_OPENLY: ReadonlySet<SignedDecision['what']> = new Set(['flag', 'reply'] as const);

/** One's own decisions on a row, and everybody's flags: another's labels would sway one's own, and in a second pass those of the first. */
export function standingOf(
  document: DatasetDocument,
  row: IdentifiedRow,
  annotator: string | null,
  again: boolean,
): StandingDecision[] {
  return everybodys(document, row, again ? annotator : null).filter(
    ({ decision }) => SAID_OPENLY.has(decision.what) || decision.annotator === annotator,
  );
}

/** What everybody says of a row, its steps and traces, how they cut these, and what was settled. */
export function reviewOf(document: DatasetDocument, row: IdentifiedRow): StandingDecision[] {
  return everybodys(document, row).filter(({ decision: { what } }) => REVIEWED.has(what));
}

/** What models say of what the annotator has labelled, where suggestions are wanted: never before one's own label. */
export function suggestedOf(
  document: DatasetDocument,
  row: IdentifiedRow,
  annotator: string | null,
  again: boolean,
): StandingDecision[] {
  if (!vscode.workspace.getConfiguration('scholium').get('suggestions', false)) return [];
  const all = everybodys(document, row, again ? annotator : null);
  const shown = suggestionsFor(
    all.map(({ decision }) => decision),
    annotator,
  );
  return all.filter(({ decision }) => shown.includes(decision));
}

const REVIEWED: ReadonlySet<SignedDecision['what']> = new Set([
  ...(['label', 'verdict', 'comment', 'adjudication', 'curation', 'cut'] as const),
]);

/** What stands of a row; of the annotator named (null: nobody) what they said in the second pass, in place of the first. */
function everybodys(
  document: DatasetDocument,
  row: IdentifiedRow,
  inSecondPass: string | null = null,
): StandingDecision[] {
  const { fold } = document.annotations;
  const first = fold.standing(row.key);
  const standing =
    inSecondPass === null ? first : seenAgain(first, fold.standingAgain(row.key), inSecondPass);
  const carried = carriedIn(standing);
  const { profile } = document.inForce;
  return standing
    .filter(({ row: seen }) => seen.hash === row.hash || !document.checks.duplicateKeys.has(row.key))
    .map((decision) => ({
      decision,
      drifted: hasDrifted(carried.get(decision.id) ?? decision, row, profile),
    }));
}

/** Whether what a decision is about has another text now than when it was decided. */
function hasDrifted(decision: SignedDecision, row: IdentifiedRow, profile: Profile): boolean {
  if (decision.row.hash === row.hash) return false;
  return decision.text === undefined || decision.text !== decisionDigest(decision, row.value, profile);
}

/** The digest of the text of a step, problem or hint as it stands in the row; undefined where the target is not one text. */
export function targetDigest(target: Target, value: Json | undefined): string | undefined {
  if (!('start' in target)) return undefined;
  const rest = target.kind === 'step' ? (target.piece?.rest ?? []) : [];
  const texts = [target, ...rest].map(({ path, start, end }) => {
    const text = valueAt(value, path);
    return typeof text === 'string' ? text.slice(start, end) : null;
  });
  return texts.includes(null) ? undefined : digest(texts.join('\n'));
}

/** The digest of the text that a decision is about; of a cut, that of the whole trace. */
export function decisionDigest(
  decision: Decision,
  value: Json | undefined,
  profile: Profile,
): string | undefined {
  if (decision.what !== 'cut') return targetDigest(decision.target, value);
  const trace =
    value === undefined
      ? undefined
      : readRow(value, profile).traces.find(({ id }) => id === decision.target.trace);
  return trace && digest(trace.steps.map(({ source }) => source.text).join('\n'));
}
