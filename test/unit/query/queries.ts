import fc from 'fast-check';
import { parseQuery } from '../../../src/core/query/parse-query';
import type { Query, QueryNode } from '../../../src/core/query/query';

/** What a query says, without where its parts stand. */
export function meaning({ node, matchCase, wholeWord }: Query): unknown {
  return { node: node && bare(node), matchCase, wholeWord };
}

function bare(node: QueryNode): unknown {
  const { start: _start, end: _end, ...rest } = node;
  if (rest.kind === 'not') return { ...rest, part: bare(rest.part) };
  return rest.kind === 'all' || rest.kind === 'any' ? { ...rest, parts: rest.parts.map(bare) } : rest;
}

/** A line that must have no fault. */
export function query(line: string): Query {
  const parsed = parseQuery(line);
  if (parsed.faults.length > 0) throw new Error(`${line}: ${parsed.faults.map((f) => f.message).join(' ')}`);
  return parsed;
}

const TEXTS = [
  'x',
  'frac',
  '\\frac',
  'é',
  'É',
  'Zoë',
  '求',
  '求x',
  '/',
  '"',
  '\\',
  'a/b',
  'K',
  'ſ',
  '5',
  '1e3',
  'true',
];
const TERMS = [
  'frac',
  '\\frac{1}',
  '求',
  '𝔽',
  'É',
  'a/b',
  '"say ""yes"""',
  '"\\"',
  'K',
  's',
  '/\\\\frac\\{\\d/',
  '/x+y?z/i',
  '/[a-c]d|e/',
  '/ſ/iu',
  '/k(?:a|b)c/iu',
  'note:x',
  'note:="frac"',
  'note:/fra/',
  'note:none',
  'note:any',
  'level:5',
  'level:>2',
  'level:2..4',
  'deep.list[].t:é',
  'deep:frac',
  'problem:frac',
  'step:frac',
  'answer:5',
  'trace:reference',
  'count(deep.list):1..',
  'length(note):>3',
  'id:a1',
  'row:2..4',
  'finding:json',
  'finding:none',
  'label:bad',
  'label:none',
  'flag:any',
  'contaminated:any',
  'tag:"rule of sum"',
  'tag(any):none',
  'annotator:anna',
];

/** Queries of every kind of condition, joined at random. */
export const queryLines: fc.Arbitrary<string> = fc.letrec<{ line: string }>((tie) => ({
  line: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(...TERMS),
    fc.tuple(tie('line'), tie('line')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('line'), tie('line')).map(([a, b]) => `(${a} or ${b})`),
    tie('line').map((a) => `not (${a})`),
    tie('line').map((a) => `${a} case:on`),
    tie('line').map((a) => `${a} word:on`),
  ),
})).line;

export const someText = fc.oneof(
  fc
    .array(fc.constantFrom(...TEXTS, ' ', 'so ', 'abc', 'xyz', 'kac'), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
