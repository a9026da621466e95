import { membersOf } from './object-members';
import type { Member } from './object-members';

/** A field to take over, and what it is to be called. */
export interface FieldChoice {
  name: string;
  as: string;
}

/** A key that was around a row, to be kept in a field of it. */
export interface RowKey {
  field: string;
  /** as JSON */
  value: Buffer;
}

const COMMA = Buffer.from(',');
const COLON = Buffer.from(':');

/** The value without the line breaks between its tokens. `bytes` must be JSON: then none stands within a text. */
export function onOneLine(bytes: Buffer): Buffer {
  if (!bytes.includes(0x0a) && !bytes.includes(0x0d)) return bytes;
  const line = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (const byte of bytes) if (byte !== 0x0a && byte !== 0x0d) line[length++] = byte;
  return line.subarray(0, length);
}

/**
 * The chosen fields of a row in the order of the choice, each value spelled as it was; a field that it lacks is lacking. A row that is no
 * object has no fields and stays as it is.
 */
export function choose(row: Buffer, choice: FieldChoice[] | null): Buffer {
  const members = choice && membersOf(row);
  if (!members || !choice) return row;
  const chosen = choice.flatMap(({ name, as }) =>
    members.filter((member) => member.name === name).map((member) => renamed(member, as)),
  );
  return object(chosen);
}

/**
 * Puts the key into its field, first. A row that is no object becomes the field `value`. When the row has the field already, with another
 * value, the key goes into `FIELD_key` (or on: `FIELD_key_key`).
 */
export function withKey(row: Buffer, key: RowKey): { row: Buffer; field: string } {
  const members = membersOf(row);
  const keyText = key.value.toString();
  if (!members) return { row: object([text(key.field, key.value), text('value', row)]), field: key.field };
  const own = members.find(({ name }) => name === key.field);
  if (own?.value.toString() === keyText) return { row, field: key.field };
  let { field } = key;
  while (members.some(({ name }) => name === field)) field += '_key';
  const inner = row.subarray(row.indexOf('{') + 1);
  const first = Buffer.from(`{${JSON.stringify(field)}:${keyText}${members.length > 0 ? ',' : ''}`);
  return { row: Buffer.concat([first, inner]), field };
}

function renamed(member: Member, as: string): Buffer {
  if (member.name === as) return Buffer.concat([member.key, COLON, member.value]);
  return text(as, member.value);
}

function text(name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(name)}:`), value]);
}

function object(members: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('{')];
  for (const [at, member] of members.entries()) {
    if (at > 0) parts.push(COMMA);
    parts.push(member);
  }
  parts.push(Buffer.from('}'));
  return Buffer.concat(parts);
}
