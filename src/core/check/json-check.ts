import { isUtf8 } from 'node:buffer';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';

/** Every row is one JSON object in valid UTF-8. */
export const jsonCheck: Check = {
  id: 'json',
  title: 'JSON',
  reads: 'the bytes of each row',
  severity: 'error',
  cost: 'cheap',
  rules: ['json/syntax', 'json/object', 'json/utf-8', 'json/too-long'],
  start: () => ({
    row: (row) =>
      row.size > row.bytes.length ? [lengthFinding(row)] : [...encodingFindings(row), ...syntaxFindings(row)],
  }),
};

function lengthFinding({ number, bytes, size }: CheckedRow): Finding {
  const message = `This row is ${megabytes(size)} MB long; only its first ${megabytes(bytes.length)} MB were read.`;
  return { ...frame(number, 'json/too-long'), severity: 'warning', span: null, message, evidence: '' };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function syntaxFindings({ number, parsed }: CheckedRow): Finding[] {
  if (parsed.kind === 'blank') return [];
  if (parsed.kind === 'value') {
    if (typeof parsed.value === 'object' && parsed.value !== null && !Array.isArray(parsed.value)) return [];
    const message = 'This row is not an object: a dataset has one {...} a line.';
    return [
      {
        ...frame(number, 'json/object'),
        span: { start: 0, end: parsed.text.length },
        message,
        evidence: parsed.text.slice(0, 80),
      },
    ];
  }
  const { message, offset, length } = parsed.error;
  return [
    {
      ...frame(number, 'json/syntax'),
      span: { start: offset, end: offset + length },
      message: `Not JSON: ${message}.`,
      evidence: parsed.text.slice(Math.max(0, offset - 20), offset + 20),
    },
  ];
}

function encodingFindings({ number, bytes }: CheckedRow): Finding[] {
  if (isUtf8(bytes)) return [];
  const message = 'This row is not valid UTF-8: some characters are shown as �. The file was not changed.';
  return [{ ...frame(number, 'json/utf-8'), severity: 'warning', span: null, message, evidence: '' }];
}

function frame(row: number, rule: string) {
  return { row, path: [], check: 'json', rule, severity: 'error' as const };
}
