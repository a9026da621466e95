import { comparedRow, fieldDiff } from '../../src/core/compare/field-diff';
import type { FieldChange } from '../../src/core/compare/field-diff';
import type { DifferenceKind } from '../../src/core/compare/difference';
import type { Profile } from '../../src/core/profile/profile';
import { readRow } from '../../src/core/profile/read-row';
import { emptyReading } from '../../src/core/profile/reading';
import type { Reading } from '../../src/core/profile/reading';
import { valueAt } from '../../src/core/row/json';
import type { JsonPath } from '../../src/core/row/json';
import { decodeRow, parseRow } from '../../src/core/row/parse';
import type { ParsedRow } from '../../src/core/row/parse';
import type { DifferencePacket, RowBytes } from '../../src/protocol/compare-page';

/** One version of a row as the page works with it. */
export interface LoadedSide {
  /** 0-based */
  number: number;
  parsed: ParsedRow;
  reading: Reading;
  size: number;
  /** It is longer than was sent. */
  cut: boolean;
}

/** A difference as the page works with it. */
export interface LoadedDifference {
  kind: DifferenceKind;
  older: LoadedSide | null;
  newer: LoadedSide | null;
  /** The row's id, where its profile has one. */
  id: string | null;
  /** What changed; null unless both versions are JSON and whole. */
  changes: FieldChange[] | null;
}

export function loadDifference(
  { kind, older, newer }: DifferencePacket,
  profile: Profile,
  idField: JsonPath | null,
): LoadedDifference {
  const [old, now] = [older && loadSide(older, profile), newer && loadSide(newer, profile)];
  return {
    kind,
    older: old,
    newer: now,
    id: idOf(now ?? old, idField),
    changes: old && now && changesOf(old, now),
  };
}

function loadSide({ number, bytes, size }: RowBytes, profile: Profile): LoadedSide {
  const parsed = parseRow(decodeRow(new Uint8Array(bytes)));
  const reading = parsed.kind === 'value' ? readRow(parsed.value, profile) : emptyReading();
  return { number, parsed, reading, size, cut: size > bytes.byteLength };
}

function changesOf({ parsed: old }: LoadedSide, { parsed: now }: LoadedSide): FieldChange[] | null {
  if (old.kind !== 'value' || now.kind !== 'value') return null;
  return fieldDiff(comparedRow(old.text, old.value), comparedRow(now.text, now.value));
}

function idOf(side: LoadedSide | null, idField: JsonPath | null): string | null {
  if (side?.parsed.kind !== 'value' || !idField) return null;
  const id = valueAt(side.parsed.value, idField);
  return (typeof id === 'string' && id !== '') || typeof id === 'number' ? String(id) : null;
}
