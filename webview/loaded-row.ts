import type { Decision } from '../src/core/annotation/event';
import { cutReading } from '../src/core/cut/cut-reading';
import type { Profile } from '../src/core/profile/profile';
import { readRow } from '../src/core/profile/read-row';
import { emptyReading } from '../src/core/profile/reading';
import type { Reading } from '../src/core/profile/reading';
import { asSpelled } from '../src/core/profile/spelled-reading';
import { decodeRow, parseRow } from '../src/core/row/parse';
import type { ParsedRow } from '../src/core/row/parse';
import type { RowPacket, StandingDecision } from '../src/protocol/page';

/** A row as the page works with it: parsed, read in its roles, with what is said of it. */
export interface LoadedRow {
  packet: RowPacket;
  parsed: ParsedRow;
  reading: Reading;
  /** It is longer than was sent. */
  cut: boolean;
}

export function loadRow(packet: RowPacket, profile: Profile): LoadedRow {
  const text = decodeRow(new Uint8Array(packet.bytes));
  const parsed = parseRow(text);
  const reading = parsed.kind === 'value' ? asSpelled(readRow(parsed.value, profile), text) : emptyReading();
  return { packet, parsed, reading, cut: packet.size > packet.bytes.byteLength };
}

/**
 * A row in the steps that one cuts its traces into oneself: what is on disk, unless the text changed since, and what is on its way there.
 */
export function cutAsDecided(
  { packet, reading }: Pick<LoadedRow, 'packet' | 'reading'>,
  underWay: Decision[],
): Reading {
  const inForce = packet.standing.filter(({ drifted }) => !drifted);
  return cutReading(reading, decisionsOn(inForce, underWay));
}

/** One's decisions on a row: what is on disk, and what is on its way there. */
export function decisionsOn(standing: StandingDecision[], underWay: Decision[]): Decision[] {
  return [...standing.map(({ decision }) => decision), ...underWay];
}
