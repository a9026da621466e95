import { parseQuery } from './parse-query';

/** Whether a query has a term, as it was written by `withTerm`. */
export function hasTerm(query: string, term: string): boolean {
  const at = placeOf(query, term);
  return at !== -1;
}

/** The query with one more term: rows must fulfil both. */
export function withTerm(query: string, term: string): string {
  const before = query.trim();
  if (before === '' || hasTerm(before, term)) return before || term;
  const after = `${before} ${term}`;
  // in `a or b c` the term would hold for b alone
  return parseQuery(after).node?.kind === 'any' ? `(${before}) ${term}` : after;
}

/** The query without a term. */
export function withoutTerm(query: string, term: string): string {
  const at = placeOf(query, term);
  if (at === -1) return query;
  return `${query.slice(0, at).trimEnd()} ${query.slice(at + term.length).trimStart()}`.trim();
}

/** Offset of a term that stands between spaces; -1 when there is none. */
function placeOf(query: string, term: string): number {
  if (term === '') return -1;
  return ` ${query} `.indexOf(` ${term} `);
}
