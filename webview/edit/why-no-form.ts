import type { Action } from '../../src/protocol/actions';
import { kindOf } from '../../src/core/row/json';
import type { LoadedRow } from '../loaded-row';
import { megabytes } from '../reading/long-row';

export type EditDialog = 'field' | 'row' | 'add';

/** Why a form cannot be offered, and what can be done instead. */
export interface NoFormReason {
  title: string;
  words: string;
  wayOut: Extract<Action, 'editField' | 'editRow' | 'openAsText'>;
}

/** In a text box more characters than this are no longer smooth to edit. */
export const LONGEST_EDITED = 1_000_000;

/** Null when the form can be opened. */
export function whyNoForm(row: LoadedRow | null, dialog: EditDialog): NoFormReason | null {
  if (dialog === 'add' || !row) return null;
  const { packet, parsed, cut } = row;
  const number = (packet.number + 1).toLocaleString('en');
  const title = `Edit row ${number}`;
  const size = `Row ${number} has ${megabytes(packet.size)} MB, too many to edit here.`;
  if (cut) return { title, words: size, wayOut: 'openAsText' };
  if (dialog === 'row') {
    if (parsed.text.length <= LONGEST_EDITED) return null;
    if (parsed.kind !== 'value') return { title, words: size, wayOut: 'openAsText' };
    return { title, words: `${size} Its fields can be edited one by one.`, wayOut: 'editField' };
  }
  if (parsed.kind !== 'value')
    return { title, words: `Row ${number} is not JSON, so it has no fields.`, wayOut: 'editRow' };
  const kind = kindOf(parsed.value);
  if (kind === 'object' || kind === 'list') return null;
  return { title, words: `Row ${number} is no object, so it has no fields.`, wayOut: 'editRow' };
}
