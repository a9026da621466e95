import { isAscii, isUtf8 } from 'node:buffer';
import { pathOfString } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding, Severity } from './finding';
import { LATIN_TWINS, WINDOWS_1252 } from './sign-tables';
import { findingInRow } from './place-finding';
import { readSigns } from './shown-signs';
import type { ShownSigns } from './shown-signs';

/** Signs that nobody sees or that came out wrong, and what should not be published. It reads the row as it stands in the file. */
export const hygieneCheck: Check = {
  id: 'hygiene',
  title: 'Hidden and broken signs, private data',
  reads: 'the text of the row',
  severity: 'warning',
  cost: 'cheap',
  rules: [
    'hygiene/hidden',
    'hygiene/look-alike',
    'hygiene/mojibake',
    'hygiene/minus',
    'hygiene/e-mail',
    'hygiene/phone',
    'hygiene/ip',
    'hygiene/key',
  ],
  start: () => ({
    row: (row) => {
      if (row.parsed.kind !== 'value') return [];
      const shown = readSigns(row.parsed.text);
      const unusual = !isAscii(row.bytes) || shown.text !== row.parsed.text; // signs, or their escapes
      return RULES.flatMap((rule) => (rule.needs(shown.text, unusual) ? findingsOf(rule, shown, row) : []));
    },
  }),
};

/** Letters that look like Latin ones. */
const TWIN = '[' + Object.keys(LATIN_TWINS).join('') + ']';
/** With a Latin letter beside them, which an escape such as the n of `\\n` is not, and none of their own. */
const MIXED = new RegExp(
  String.raw`(?<!\\)[A-Za-z]${TWIN}+(?![\u0370-\u04FF])|(?<![\u0370-\u04FF]|(?<!\\)[A-Za-z])${TWIN}+(?=[A-Za-z])`,
  'g',
);

/** What Windows-1252 or Latin-1 makes of the bytes of UTF-8 behind the first. */
const REST = `[\u0080-\u00BF${WINDOWS_1252}]`;
/** The first bytes are those of signs, Greek and Cyrillic letters, and Chinese punctuation, which words of no language have before such signs. */
const WRONG_TABLE = new RegExp(`\uFFFD|â${REST}{2}|(?<![“‘’'])[ÃÂÎÏÐÑ]${REST}|Â |(?:ï¼|ã€)${REST}`, 'g');

interface TextRule {
  rule: string;
  severity: Severity;
  needs: (text: string, unusual: boolean) => boolean;
  pattern: RegExp;
  message: (found: string) => string;
}

const RULES: TextRule[] = [
  {
    rule: 'hygiene/hidden',
    severity: 'warning',
    needs: (_text, unusual) => unusual,
    pattern:
      /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]+/gu,
    message: (found) => `A sign that nobody sees: ${codePoint(found)}.`,
  },
  {
    rule: 'hygiene/look-alike',
    severity: 'warning',
    needs: (_text, unusual) => unusual,
    pattern: MIXED,
    message: (found) => {
      const [letter = ''] = /[^A-Za-z].*$/.exec(found) ?? [];
      return `A ${letter < '\u0400' ? 'Greek' : 'Cyrillic'} letter among Latin ones: ${codePoint(letter)}.`;
    },
  },
  {
    rule: 'hygiene/mojibake',
    severity: 'warning',
    needs: (_text, unusual) => unusual,
    pattern: WRONG_TABLE,
    message: (found) => `“${found}” is text that was decoded by the wrong table.`,
  },
  {
    rule: 'hygiene/minus',
    severity: 'info',
    needs: hasMarkedNumber,
    pattern:
      /(?<=[\dx)] )\?(?= \d+ ?[=)])|(?<=[\dx)])\?(?=\d+ ?=)|(?<=\b(?:is|are|to|by|than|equals?) |= ?)\?(?=\d)/g,
    message: () => 'A question mark where a minus sign should be.',
  },
  {
    rule: 'hygiene/e-mail',
    severity: 'warning',
    needs: (text) => text.includes('@'),
    pattern:
      /(?<![\w.@-])[a-z\d][\w.+-]*@(?!example\.)[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.[a-z]{2,}(?![\w@])/gi,
    message: (found) => `An e-mail address: ${found}.`,
  },
  {
    rule: 'hygiene/phone',
    severity: 'info',
    needs: (text) => /(?:\+\d{1,3}[ -]\(?\d{2,4}\)?[ -]|\(\d{3}\) )\d{3}/.test(text),
    pattern:
      /(?<![\w+.])(?:\+\d{1,3}[ -]\(?\d{2,4}\)?[ -]\d{3,4}[ -]\d{3,4}|\(\d{3}\) \d{3}-\d{4})(?![\w-])/g,
    message: (found) => `It reads like a telephone number: ${found}.`,
  },
  {
    rule: 'hygiene/ip',
    severity: 'info',
    needs: (text) => /\d\.\d{1,3}\.\d/.test(text),
    pattern:
      /(?<![\d.]|\b(?:[Ss]ection|[Cc]hapter|[Vv]ersion|[Vv])[.:]? ?)(?!127\.|0\.|10\.|192\.168\.)(?:(?:25[0-5]|2[0-4]\d|1?\d{1,2})\.){3}(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?![\d.])/g,
    message: (found) => `It reads like an IP address: ${found}.`,
  },
  {
    rule: 'hygiene/key',
    severity: 'error',
    needs: (text) => /sk-|AIza|gh[pousr]_|AKIA|hf_|PRIVATE KEY|xox[bp]-/.test(text),
    pattern:
      /(?<![\w-])(?:sk-(?:proj-|ant-)?[\w-]{20,}|gh[pousr]_\w{30,}|AKIA[A-Z\d]{16}|AIza[\w-]{35}|hf_[A-Za-z\d]{30,}|xox[bp]-[\w-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----)/g,
    message: (found) => `It reads like a secret key: ${found.slice(0, 8)}…`,
  },
];

/** Whether a digit follows a question mark. A search for the mark alone takes a tenth of the time that a pattern does. */
function hasMarkedNumber(text: string): boolean {
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    const next = text[at + 1] === ' ' ? text.charCodeAt(at + 2) : text.charCodeAt(at + 1);
    if (next >= 0x30 && next <= 0x39) return true;
  }
  return false;
}

const REPLACEMENT = '\uFFFD';
/** More of one rule in one row say no more. */
const MOST_A_RULE = 10;

function findingsOf(
  { rule, severity, pattern, message }: TextRule,
  { text, place }: ShownSigns,
  row: CheckedRow,
): Finding[] {
  const findings: Finding[] = [];
  for (const found of text.matchAll(pattern)) {
    if (findings.length === MOST_A_RULE) break;
    if (found[0] === REPLACEMENT && !isUtf8(row.bytes)) continue; // it stands for bytes that are no UTF-8: json/utf-8 says so once
    const span = { start: place(found.index), end: place(found.index + found[0].length) };
    const written = row.parsed.text.slice(span.start, span.end);
    const evidence = rule === 'hygiene/key' ? `${written.slice(0, 8)}…` : written;
    const said = { rule, severity, message: message(found[0]), evidence };
    findings.push({ ...findingInRow(row, said, span), path: pathOfString(row.parsed.text, span.start) });
  }
  return findings;
}

function codePoint(found: string): string {
  const code = found.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
  return `U+${code.toUpperCase()}`;
}
