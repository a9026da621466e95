import type { CopySource } from './write-store';

/** What a dataset's file has beside its rows' values. It is what the file had when it was opened: saves keep to it. */
export interface FileForm {
  /** A byte order mark. It belongs to the file: it stays first whatever becomes of row 1. */
  mark: boolean;
  /**
   * What stands behind the value of the last row: a line feed (each row ends with one), nothing, or a lone carriage return.
   * Which row is last may change with edits; this does not.
   */
  ending: '\n' | '' | '\r';
  /** What most rows at the start of the file end with; new rows get it. */
  lineEnd: LineEnd;
}

export type LineEnd = '\n' | '\r\n';

/** Where the parts of the file stand as it is on disk now. */
export interface FileLayout {
  /** bytes */
  size: number;
  /** Bytes of the byte order mark, 0 or 3. */
  mark: number;
  /** Bytes behind the value of a last row that has no line feed: 0, or 1 for a carriage return. Null when it has one. */
  unended: 0 | 1 | null;
  /** What such a row gets behind it where it is not last. */
  lastLineEnd: LineEnd;
  form: FileForm;
}

const SAMPLE = 256 * 1024;

/** `known` is what an earlier state of the file tells about this one. */
export function layoutOf(
  source: CopySource,
  size: number,
  known: Partial<Pick<FileLayout, 'form' | 'lastLineEnd'>> = {},
): FileLayout {
  const head = Buffer.alloc(Math.min(SAMPLE, size));
  const text = head.subarray(0, source.read(head, 0)).toString('latin1');
  const last = size === 0 ? '\n' : textAt(source, size - 1, 1); // the first row of an empty file ends with a line feed
  const ending = last === '\n' || last === '\r' ? last : '';
  const mark = text.startsWith('\xef\xbb\xbf');
  const { form = { mark, ending, lineEnd: usualLineEnd(text) } } = known;
  const { lastLineEnd = ending === '\r' ? '\r\n' : form.lineEnd } = known;
  const unended = ending === '\n' ? null : ending === '\r' ? 1 : 0;
  // a mark where the file had none belongs to the row that is first now
  return { size, mark: mark && form.mark ? 3 : 0, unended, lastLineEnd, form };
}

/** Bytes of a file as latin1 text; fewer than `length` at its end. */
export function textAt(source: CopySource, offset: number, length: number): string {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, source.read(bytes, offset)).toString('latin1');
}

function usualLineEnd(text: string): LineEnd {
  const returns = text.match(/\r\n/g)?.length ?? 0;
  const feeds = text.match(/\n/g)?.length ?? 0;
  return returns * 2 > feeds ? '\r\n' : '\n';
}
