import { OPEN_OBJECT, skipSpace, ValueScan } from './value-scan';

/** A key and a value of an object, as they are spelled. */
export interface Member {
  name: string;
  /** with its quotes */
  key: Buffer;
  value: Buffer;
}

/** The members of an object in their order, doubled keys and all; null when the value is no object. `bytes` must be JSON. */
export function membersOf(bytes: Buffer): Member[] | null {
  const start = skipSpace(bytes, 0);
  if (bytes[start] !== OPEN_OBJECT) return null;
  const members: Member[] = [];
  let at = skipSpace(bytes, start + 1);
  while (at < bytes.length && bytes[at] !== OPEN_OBJECT + 2) {
    const key = valueAt(bytes, at);
    const value = valueAt(bytes, skipSpace(bytes, skipSpace(bytes, at + key.length) + 1)); // over the colon
    members.push({ name: JSON.parse(key.toString()) as string, key, value });
    at = skipSpace(bytes, value.byteOffset - bytes.byteOffset + value.length);
    if (bytes[at] === 0x2c) at = skipSpace(bytes, at + 1);
  }
  return members;
}

function valueAt(bytes: Buffer, at: number): Buffer {
  const rest = bytes.subarray(at);
  const end = new ValueScan().end(rest);
  return end === -1 ? rest : rest.subarray(0, end);
}
