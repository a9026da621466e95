import { isAscii, isUtf8 } from 'node:buffer';
import type { Check, CheckedRow } from './check';
import type { Finding, Severity } from './finding';
import { findingInRow } from './place-finding';

/** Signs that nobody sees or that came out wrong, and what should not be published. It reads the row as it stands in the file. */
export const hygieneCheck: Check = {
  id: 'hygiene',
  title: 'Hidden and broken signs, private data',
  reads: 'the text of the row',
  severity: 'warning',
  cost: 'cheap',
  start: () => ({
    row: (row) => {
      if (row.parsed.kind !== 'value') return [];
      const { text } = row.parsed;
      const unusual = !isAscii(row.bytes) || (text.includes('\\u') && ESCAPE.test(text)); // signs, or their escapes
      return RULES.flatMap((rule) => (rule.needs(text, unusual) ? findingsOf(rule, text, row) : []));
    },
  }),
};

/** Of a sign by its number, which `\\underline` is not. */
const ESCAPE = /(?<!\\)(?:\\\\)*\\u/;

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
      /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\\)(?:\\\\)*\\u(?:00ad|200[bef]|202[a-e]|206[0-46-9]|feff)/gi,
    message: (found) => `A sign that nobody sees: ${codePoint(found)}.`,
  },
  {
    rule: 'hygiene/look-alike',
    severity: 'warning',
    needs: (_text, unusual) => unusual,
    pattern:
      /[A-Za-z][\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425](?=[A-Za-z])/g,
    message: (found) => `A Cyrillic letter among Latin ones: ${codePoint(found.slice(1))}.`,
  },
  {
    rule: 'hygiene/mojibake',
    severity: 'warning',
    needs: (_text, unusual) => unusual,
    pattern: /\uFFFD|\\ufffd|â€[™œ\u009d¢“”\u0093\u0094]|Ã[\u0080-\u00BF]|Â[ °±²³·\u00A0]/gi,
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
      /(?<![\d.])(?!127\.|0\.|10\.|192\.168\.)(?:(?:25[0-5]|2[0-4]\d|1?\d{1,2})\.){3}(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?![\d.])/g,
    message: (found) => `It reads like an IP address: ${found}.`,
  },
  {
    rule: 'hygiene/key',
    severity: 'error',
    needs: (text) => /sk-|gh[pousr]_|AKIA|hf_|PRIVATE KEY|xox[bp]-/.test(text),
    pattern:
      /(?<![\w-])(?:sk-(?:proj-|ant-)?[\w-]{20,}|gh[pousr]_\w{30,}|AKIA[A-Z\d]{16}|hf_[A-Za-z\d]{30,}|xox[bp]-[\w-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY-----)/g,
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
  text: string,
  row: CheckedRow,
): Finding[] {
  const findings: Finding[] = [];
  for (const found of text.matchAll(pattern)) {
    if (findings.length === MOST_A_RULE) break;
    if (found[0] === REPLACEMENT && !isUtf8(row.bytes)) continue; // it stands for bytes that are no UTF-8: json/utf-8 says so once
    const evidence = rule === 'hygiene/key' ? `${found[0].slice(0, 8)}…` : found[0];
    const span = { start: found.index, end: found.index + found[0].length };
    findings.push(findingInRow(row, { rule, severity, message: message(found[0]), evidence }, span));
  }
  return findings;
}

function codePoint(found: string): string {
  const escaped = /\\u([\da-f]{4})$/i.exec(found)?.[1];
  const code = escaped ?? found.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
  return `U+${code.toUpperCase()}`;
}
