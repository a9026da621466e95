/** A row as a plain reading of the bytes gives it: slow, and short enough to be believed. */
export interface PlainRow {
  number: number;
  bytes: Uint8Array;
  size: number;
  /** Size of the line, with its byte order mark and carriage return. */
  lineSize: number;
  /** Where the row begins in the file. */
  offset: number;
}

/** Cuts at every 0x0A, drops one trailing carriage return, and the byte order mark of the first row. */
export function plainRows(file: Uint8Array): PlainRow[] {
  const rows: PlainRow[] = [];
  let offset = 0;
  for (let at = 0; at <= file.length; at++) {
    const atEnd = at === file.length;
    if ((!atEnd && file[at] !== 0x0a) || (atEnd && offset === file.length)) continue;
    const bytes = inside(file.slice(offset, at), rows.length === 0);
    rows.push({ number: rows.length, bytes, size: bytes.length, lineSize: at - offset, offset });
    offset = at + 1;
  }
  return rows;
}

function inside(line: Uint8Array, first: boolean): Uint8Array {
  const marked = first && line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  const bytes = marked ? line.slice(3) : line;
  return bytes.length > 0 && bytes[bytes.length - 1] === 0x0d ? bytes.slice(0, -1) : bytes;
}
