import type { ByteWindow } from './byte-window';
import type { ImportReport } from './import-report';
import { membersOf } from './object-members';
import type { Member } from './object-members';
import { splitValues } from './split-values';
import type { SplitValue } from './split-values';
import { OPEN_OBJECT, skipSpace } from './value-scan';

/** What tables of problems are called, and what tables of that which problems refer to. */
const PROBLEMS = /^(?:problems?|questions?|items?|examples?|data|rows)$/i;
const LIBRARIES =
  /^(?:concepts?|hints?|misconceptions?|knowledge(?:_points)?|skills?|theorems?|taxonomy|principles?)$/i;

/** Whether a field of an object is called like one of several tables, as CHAMP's `problems`, `concepts` and `hints`. */
export function isTableName(name: string): boolean {
  return PROBLEMS.test(name) || LIBRARIES.test(name);
}

/** Whether a table holds what the problems of another refer to: it becomes a file of its own. */
export function isLibraryTable(name: string): boolean {
  return LIBRARIES.test(name);
}

/** Whether an object in it follows behind each key: rows by their ids. */
export function startsTable(bytes: Buffer, start: number): boolean {
  return (
    bytes[start] === OPEN_OBJECT &&
    /^\{\s*"(?:[^"\\]|\\.)*"\s*:\s*\{/.test(bytes.toString('latin1', start, start + 400))
  );
}

/** A table within an object of tables. */
export interface JsonTable {
  name: string;
  rows: SplitValue[];
}

/** The tables of an object, one after the other; what is none is noted. */
export async function* jsonTables(window: ByteWindow, report: ImportReport): AsyncGenerator<JsonTable> {
  for await (const { bytes, key, at } of splitValues(window, 'keyed', report)) {
    const name = key ? String(JSON.parse(key.toString())) : '';
    const rows = tableRows(bytes, at);
    if (rows) yield { name, rows };
    else report.note(`“${name}” is no table of rows, and was left out.`);
  }
}

function tableRows(bytes: Buffer, at: number): SplitValue[] | null {
  const members = membersOf(bytes);
  if (!members || !members.every(({ value }) => value[skipSpace(value, 0)] === OPEN_OBJECT)) return null;
  return members.map((member) => ({
    bytes: member.value,
    key: holdsItsKey(member) ? null : member.key,
    at: at + (member.value.byteOffset - bytes.byteOffset),
  }));
}

/** A row that holds its key already, as CHAMP's `identifier`, needs no second one. */
function holdsItsKey({ key, value }: Member): boolean {
  return (membersOf(value) ?? []).some((field) => field.value.equals(key));
}
