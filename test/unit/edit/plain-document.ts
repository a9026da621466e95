import type { RowEdit } from './random-edits';

/** A dataset in memory, edited the simple way: what the real thing must agree with. Bytes are latin1 text. */
export interface PlainDocument {
  mark: string;
  rows: PlainRow[];
  ending: '\n' | '\r' | '';
  lineEnd: '\n' | '\r\n';
}

export interface PlainRow {
  value: string;
  carriageReturn: boolean;
}

export function plainDocument(bytes: Buffer): PlainDocument {
  const text = bytes.toString('latin1');
  const mark = text.startsWith('\xef\xbb\xbf') ? '\xef\xbb\xbf' : '';
  const ending = text === '' || text.endsWith('\n') ? '\n' : text.endsWith('\r') ? '\r' : '';
  const feeds = text.split('\n').length - 1;
  const returns = text.split('\r\n').length - 1;
  const lineEnd = returns * 2 > feeds ? '\r\n' : '\n';
  const lines = text.slice(mark.length).split('\n');
  if (text === '' || ending === '\n') lines.pop();
  const rows = lines.map((line, at): PlainRow => {
    const carriageReturn = line.endsWith('\r');
    const unended = at === lines.length - 1 && ending !== '\n';
    return {
      value: carriageReturn ? line.slice(0, -1) : line,
      carriageReturn: carriageReturn || (unended && lineEnd === '\r\n'),
    };
  });
  return { mark, rows, ending, lineEnd };
}

export function plainBytes({ mark, rows, ending }: PlainDocument): Buffer {
  if (rows.length === 0) return Buffer.alloc(0);
  let text = mark;
  for (const [at, { value, carriageReturn }] of rows.entries()) {
    const last = at === rows.length - 1 && ending !== '\n';
    if (!last) text += `${value}${carriageReturn ? '\r\n' : '\n'}`;
    else if (value === '' && ending === '' && !(mark && rows.length === 1))
      text += carriageReturn ? '\r\n' : '\n';
    else text += value + ending;
  }
  return Buffer.from(text, 'latin1');
}

export function plainEdit(document: PlainDocument, edit: RowEdit): PlainDocument {
  const rows = [...document.rows];
  const carriageReturn = document.lineEnd === '\r\n';
  switch (edit.kind) {
    case 'set':
      rows[edit.row] = { ...rows[edit.row]!, value: Buffer.from(edit.text).toString('latin1') };
      break;
    case 'insert':
      rows.splice(
        edit.row,
        0,
        ...edit.texts.map((text) => ({ value: Buffer.from(text).toString('latin1'), carriageReturn })),
      );
      break;
    case 'delete':
      rows.splice(edit.row, edit.count);
      break;
    case 'duplicate':
      rows.splice(edit.row + edit.count, 0, ...rows.slice(edit.row, edit.row + edit.count));
      break;
    case 'move':
      rows.splice(edit.to, 0, ...rows.splice(edit.row, edit.count));
  }
  return { ...document, rows };
}
