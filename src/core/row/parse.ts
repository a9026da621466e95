import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Json } from './json';

/** A row as read: its value, or where and why it is not JSON. A blank line is neither. */
export type ParsedRow =
  | { kind: 'value'; text: string; value: Json }
  | { kind: 'broken'; text: string; error: SyntaxFault }
  | { kind: 'blank'; text: string };

export interface SyntaxFault {
  message: string;
  /** UTF-16 offset in the row's text */
  offset: number;
  /** UTF-16 length of the faulty part, at least 1 */
  length: number;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function decodeRow(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** Parses one row as strict JSON (RFC 8259). Never throws. */
export function parseRow(text: string): ParsedRow {
  if (/^[ \t\r\n]*$/.test(text)) return { kind: 'blank', text };
  try {
    const value: Json = JSON.parse(text);
    return { kind: 'value', text, value };
  } catch (error) {
    return { kind: 'broken', text, error: findFault(text, error) };
  }
}

const WORDS: Record<string, string> = {
  InvalidSymbol: 'this is not a JSON value',
  InvalidNumberFormat: 'this is not a JSON number',
  PropertyNameExpected: 'a key in double quotes is expected here',
  ValueExpected: 'a value is expected here',
  ColonExpected: 'a colon is expected here',
  CommaExpected: 'a comma is expected here',
  CloseBraceExpected: 'the object is not closed: } is missing',
  CloseBracketExpected: 'the list is not closed: ] is missing',
  EndOfFileExpected: 'something follows the end of the object',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfComment: 'JSON has no comments',
  UnexpectedEndOfString: 'the text is not closed: " is missing',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this \\u escape needs four hex digits',
  InvalidEscapeCharacter: 'JSON does not know this escape (a backslash must be written \\\\)',
  InvalidCharacter: 'a control character must be escaped here',
};

function findFault(text: string, thrown: unknown): SyntaxFault {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    errors.length = 0; // too deeply nested for a recursive parser
  }
  const first = errors[0];
  if (!first) return { message: thrown instanceof Error ? thrown.message : 'not JSON', offset: 0, length: 1 };
  const offset = Math.min(first.offset, Math.max(text.length - 1, 0));
  const name = printParseErrorCode(first.error);
  return { message: WORDS[name] ?? name, offset, length: Math.max(1, first.length) };
}
