import type { SourceText } from '../profile/reading';
import { spanInString } from '../row/value-span';
import type { CheckedRow } from './check';
import type { Finding, Severity } from './finding';

/** What a rule says of a place; the check is the part of the rule's name before the slash. */
export interface Said {
  rule: string;
  severity: Severity;
  message: string;
  evidence: string;
}

/**
 * A finding about a piece of a field's text, by UTF-16 offsets in `source.text`; about all of it where none are given, or where the
 * field has the text with escapes.
 */
export function findingAt(
  row: CheckedRow,
  source: SourceText,
  said: Said,
  piece?: { start: number; end: number },
): Finding {
  const length = source.end - source.start;
  const { start, end } = piece && length === source.text.length ? piece : { start: 0, end: length };
  const span = spanInString(row.parsed.text, source.path, {
    start: source.start + start,
    end: source.start + end,
  });
  return { row: row.number, path: source.path, span, check: checkOf(said.rule), ...said };
}

/** A finding about the row, or about a piece of its text as it stands in the file. */
export function findingInRow(row: CheckedRow, said: Said, span: Finding['span'] = null): Finding {
  return { row: row.number, path: [], span, check: checkOf(said.rule), ...said };
}

function checkOf(rule: string): string {
  return rule.split('/', 1)[0] ?? rule;
}
