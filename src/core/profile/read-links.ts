import type { Json } from '../row/json';
import { valueAt } from '../row/json';
import type { LinkRule } from './profile';
import type { Link } from './reading';

/** The groups that a row says it belongs to. A value that is missing, or that a rule's pattern does not match, names none. */
export function readLinks(row: Json, rules: LinkRule[]): Link[] {
  return rules.flatMap((rule) => linkOf(row, rule));
}

function linkOf(row: Json, { type, field, pattern, place }: LinkRule): Link[] {
  const named = wordOf(valueAt(row, field));
  if (named === null) return [];
  const told = place === undefined ? null : wordOf(valueAt(row, place));
  if (pattern === undefined) return [{ type, group: named, place: told ?? '', path: field }];
  const parts = new RegExp(pattern, 'u').exec(named)?.groups;
  if (parts?.['group'] === undefined) return [];
  return [{ type, group: parts['group'], place: told ?? parts['place'] ?? '', path: field }];
}

function wordOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
}
