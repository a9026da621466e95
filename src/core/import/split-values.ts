import { errorMessage } from '../error-message';
import { atByte } from './import-report';
import type { ImportReport } from './import-report';
import type { ByteWindow } from './byte-window';
import { isSpace, QUOTE, skipSpace, ValueScan } from './value-scan';

/** What the values stand in: a list, an object whose keys are ids, or nothing (one value after the other). */
export type Container = 'list' | 'keyed' | 'none';

export interface SplitValue {
  /** Exactly as in the source. */
  bytes: Buffer;
  /** The key with its quotes, where there is one. */
  key: Buffer | null;
  /** Where its first byte stands in the source. */
  at: number;
}

/** A longer value than this is taken to be broken: no row of a dataset is. */
const LONGEST = 128 * 1024 * 1024;
const LINE_FEED = 0x0a;
const COMMA = 0x2c;
const CLOSING: Record<Container, number | null> = { list: 0x5d, keyed: 0x7d, none: null };

/**
 * The values of a list, of an object, or one after the other, without holding more than one. A value that is not JSON is reported and
 * left out; where it runs on over its neighbours, the next line that begins as its own did is taken for the next value.
 */
export async function* splitValues(
  window: ByteWindow,
  container: Container,
  report: ImportReport,
): AsyncGenerator<SplitValue> {
  if (container !== 'none') await enter(window);
  for (let before = container === 'none' ? '\n' : ''; ; before = '') {
    const indent = await toNextValue(window, before);
    if (indent === null) {
      if (container !== 'none') report.problem(atByte(window.start), 'The file ends before it is closed.');
      return;
    }
    if (window.bytes[0] === CLOSING[container]) return;
    const entry = await readEntry(window, container);
    if (entry.bad === null) yield { bytes: entry.value, key: entry.key, at: window.start + entry.from };
    else report.lost(atByte(window.start), entry.bad);
    window.drop(entry.bad === null ? entry.end : endOfBroken(window.bytes, entry.end, indent));
  }
}

/** Over the opening bracket. */
async function enter(window: ByteWindow): Promise<void> {
  await toNextValue(window, '');
  window.drop(1);
}

/**
 * Forgets white space and commas, behind `before`. Gives the line break and indentation that the value stands behind, `''` when
 * something else stands before it in its line, null at the end.
 */
async function toNextValue(window: ByteWindow, before: string): Promise<string | null> {
  let indent = before;
  for (;;) {
    const { bytes } = window;
    let at = 0;
    let lineStart = -1;
    while (at < bytes.length && (isSpace(bytes[at]) || bytes[at] === COMMA)) {
      if (bytes[at] === LINE_FEED) lineStart = at;
      at++;
    }
    if (lineStart !== -1) indent = bytes.toString('latin1', lineStart, at);
    else if (indent !== '') indent += bytes.toString('latin1', 0, at);
    window.drop(at);
    if (window.bytes.length > 0) return indent;
    if (!(await window.more())) return null;
  }
}

interface Entry {
  key: Buffer | null;
  value: Buffer;
  /** Where the value begins in the window. */
  from: number;
  /** Behind its last byte. */
  end: number;
  /** Why it is no JSON. */
  bad: string | null;
}

async function readEntry(window: ByteWindow, container: Container): Promise<Entry> {
  let from = 0;
  let key: Buffer | null = null;
  if (container === 'keyed') {
    const keyEnd = await endOfValue(window, 0);
    key = window.bytes.subarray(0, keyEnd);
    const colon = await skipSpaceIn(window, keyEnd);
    if (key[0] !== QUOTE || window.bytes[colon] !== 0x3a) {
      const end = Math.max(1, await endOfValue(window, 0));
      return { key, value: key, from, end, bad: 'This is no key in double quotes with a colon behind it.' };
    }
    from = await skipSpaceIn(window, colon + 1);
  }
  const end = await endOfValue(window, from);
  const value = window.bytes.subarray(from, end);
  return { key, value, from, end: Math.max(1, end), bad: reasonNotJson(value) };
}

async function skipSpaceIn(window: ByteWindow, from: number): Promise<number> {
  let at = skipSpace(window.bytes, from);
  while (at === window.bytes.length && (await window.more())) at = skipSpace(window.bytes, at);
  return at;
}

/** Behind the value at `from`; the end of the window when it is not closed before the end of the file, or too long. */
async function endOfValue(window: ByteWindow, from: number): Promise<number> {
  const scan = new ValueScan();
  for (;;) {
    const end = scan.end(window.bytes.subarray(from));
    if (end !== -1) return from + end;
    if (window.bytes.length > LONGEST || !(await window.more())) return window.bytes.length;
  }
}

function reasonNotJson(value: Buffer): string | null {
  if (value.length > LONGEST) return 'It is longer than 128 MB, or not closed.';
  try {
    JSON.parse(value.toString('latin1')); // bytes beyond ASCII stand in texts only, and which they are makes no difference
    return null;
  } catch (error) {
    return `It is not JSON: ${errorMessage(error)}`;
  }
}

/** Where to go on behind a broken value: at a line within it that begins as it does, else behind it. */
function endOfBroken(bytes: Buffer, end: number, indent: string): number {
  if (indent === '') return end;
  const start = Buffer.concat([Buffer.from(indent, 'latin1'), bytes.subarray(0, 1)]);
  const next = bytes.subarray(0, end).indexOf(start, 1);
  return next === -1 ? end : next;
}
