import { tableAsArray } from '../maths/table-as-array';
import type { Finding } from './finding';
import { LATIN_TWINS, WINDOWS_1252 } from './sign-tables';

/** A change of a row's text that puts a finding right. UTF-16 offsets in the row's text. */
export interface Fix {
  start: number;
  end: number;
  text: string;
}

/** How to put a finding right, where that is safe: nothing but what is meant can have been meant. Null where a person has to say it. */
export function fixOf({ rule, span, evidence, message }: Finding, rowText: string): Fix | null {
  const written = span ? rowText.slice(span.start, span.end) : '';
  const text = span && written !== '' ? rewritten(rule, written, evidence, message) : null;
  return span && text !== null && text !== written ? { ...span, text } : null;
}

function rewritten(rule: string, written: string, evidence: string, message: string): string | null {
  switch (rule) {
    case 'hygiene/hidden':
      return written === evidence ? '' : null;
    case 'hygiene/minus':
      return written === '?' ? '-' : null;
    case 'hygiene/look-alike':
      return (
        decodedText(written)?.replace(/[^\x20-\x7E]/g, (letter) => LATIN_TWINS[letter] ?? letter) ?? null
      );
    case 'hygiene/mojibake':
      return mendedText(written);
    case 'drift/spelling':
      return message.includes(`“${written.slice(1, -1)}”`) ? JSON.stringify(evidence) : null;
    case 'formula/command':
      return ungluedCommand(written, /^(\\[A-Za-z]+)/.exec(message)?.[1] ?? '');
    case 'formula/table':
      return rewrittenTable(written, evidence);
    default:
      return null;
  }
}

/** The table as an array, where it is still the one that was found. */
function rewrittenTable(written: string, evidence: string): string | null {
  const table = decodedText(written);
  const array = table === null ? null : tableAsArray(table);
  return array !== null && evidence.includes(array) ? JSON.stringify(evidence).slice(1, -1) : null;
}

/** What a piece of a JSON string says; null where the piece is cut wrongly. */
function decodedText(written: string): string | null {
  try {
    return JSON.parse(`"${written}"`) as string;
  } catch {
    return null;
  }
}

/** A piece that the wrong table decoded, as it was meant, and as the row writes. */
function mendedText(written: string): string | null {
  const text = decodedText(written);
  return text === null ? null : asWritten(decodedAgain(text), written);
}

/** UTF-8 that was read as Windows-1252, read as it should be; null where it was not. */
function decodedAgain(written: string): string | null {
  const bytes = Array.from(written, (sign) => {
    const place = WINDOWS_1252.indexOf(sign);
    return place < 0 ? sign.charCodeAt(0) : 0x80 + place;
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return NO_PLAIN_TEXT.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** What a JSON string writes as an escape. */
const NO_PLAIN_TEXT = /["\\\p{Cc}]/u;

/** A row that escapes its signs goes on to do so. */
function asWritten(text: string | null, written: string): string | null {
  if (text === null || !written.includes('\\u')) return text;
  return text.replace(/[^\x20-\x7E]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** `\piR` is `\pi R`: TeX takes the letter for a part of the command's name. A row's text has each backslash twice. */
function ungluedCommand(written: string, command: string): string | null {
  const [, name, letter] = GLUED.exec(command)?.filter((group) => group !== undefined) ?? [];
  if (name === undefined || letter === undefined) return null;
  const whole = new RegExp(String.raw`\\\\${name}${letter}(?![A-Za-z])`, 'g');
  return written.replace(whole, () => String.raw`\\${name} ${letter}`);
}

const GLUED =
  /^\\(?:(alpha|beta|gamma|delta|theta|lambda|pi|phi|omega|cdot|times|div|pm|leq|geq|neq|angle|triangle)([A-Za-z])|(angle|triangle)([A-Z]{2,4}))$/;
