import { roleNames } from '../field/field';
import { printText } from './print-query';
import { measureNames, noneAndAny, queryNames } from './query-words';
import type { QueryWord } from './query-words';

/** What takes the place of the line's part from `start` to `end` (UTF-16). */
export interface QueryCompletion {
  insert: string;
  label: string;
  detail: string;
  start: number;
  end: number;
}

/** What the dataset has. */
export interface KnownFields {
  /** Names of fields, for example `meta.level`; roles need not be among them. */
  fields: readonly string[];
  /** Values that a field often has. */
  values?: (field: string) => readonly string[];
  annotators?: readonly string[];
  /** Rules of findings, for example `schema/missing`. */
  rules?: readonly string[];
  /** Names of concepts that rows are, or can be, tagged with. */
  tags?: readonly string[];
  /** Names of the team's queues. */
  queues?: readonly string[];
}

const MOST = 40;
const CALLS = [
  ...measureNames.map(({ word }) => word),
  ...['label', 'verdict', 'mark', 'flag', 'tag', 'judged', 'curated', 'contaminated', 'duplicate', 'queue'],
];
/** The part being written, from a space or a parenthesis (and a minus) on: a call, a field's value, or a name. */
const IN_CALL = new RegExp(`(?:^|[\\s(-])((${CALLS.join('|')})\\(([^()\\s]*))$`);
const IN_VALUE = /(?:^|[\s(])-?((?:[^\s"():]|\["[^"]*"\]|\([^()]*\))+):(=?)("[^"]*|[^\s"]*)$/;
const IN_NAME = /(?:^|[\s(])-?([^\s"():/]*)$/;

/** What may stand at the caret, the likeliest first. Nothing within a quoted text that is no field's value. */
export function completeQuery(line: string, caret: number, known: KnownFields): QueryCompletion[] {
  const before = line.slice(0, caret);
  const [call, value, name] = [IN_CALL, IN_VALUE, IN_NAME].map((pattern) =>
    outsideQuotes(pattern.exec(before)),
  );
  if (call) return afterParenthesis(call[2] ?? '', call[3] ?? '', caret, known);
  if (value) return afterColon(value[1] ?? '', value[2] === '=', value[3] ?? '', caret, known);
  return name ? names(name[1] ?? '', caret, known) : [];
}

function outsideQuotes(found: RegExpExecArray | null): RegExpExecArray | null {
  const quotes = found ? found.input.slice(0, found.index).split('"').length - 1 : 0;
  return quotes % 2 === 0 ? found : null;
}

function names(typed: string, caret: number, known: KnownFields): QueryCompletion[] {
  const fields = [
    ...roleNames.map((word) => ({ word, means: 'role' })),
    ...known.fields.filter((word) => !roleNames.includes(word)).map((word) => ({ word, means: 'field' })),
  ];
  const words = [...fields, ...queryNames].map(({ word, means }) => ({ word, means, insert: `${word}:` }));
  const measures = measureNames.map(({ word, means }) => ({ word: `${word}()`, means, insert: `${word}(` }));
  return fitting([...words, ...measures], typed, caret);
}

function afterParenthesis(name: string, typed: string, caret: number, known: KnownFields): QueryCompletion[] {
  const measured = measureNames.some(({ word }) => word === name);
  const words = measured
    ? [...new Set([...roleNames, ...known.fields])]
    : ['any', ...(known.annotators ?? [])];
  const means = measured ? 'field' : 'annotator';
  return fitting(
    words.map((word) => ({ word, means, insert: `${word}):` })),
    typed,
    caret,
  );
}

function afterColon(
  name: string,
  exact: boolean,
  typed: string,
  caret: number,
  known: KnownFields,
): QueryCompletion[] {
  const words = exact ? (known.values?.(name) ?? []).map(asValue) : valuesOf(name, known);
  const quoted = typed.startsWith('"');
  return fitting(
    words.map(({ word, means, insert }) => ({ word, means, insert: insert ?? word })),
    quoted ? typed.slice(1) : typed,
    caret,
    typed.length,
  );
}

interface Insertable extends QueryWord {
  insert?: string;
}

function valuesOf(name: string, known: KnownFields): Insertable[] {
  const plain = name.replace(/\(.*\)$/s, '');
  const named = queryNames.find(({ word }) => word === plain);
  if (!named) return /\(/.test(name) ? [] : [...(known.values?.(name) ?? []).map(asValue), ...noneAndAny];
  const more = wordsOf(plain, known);
  return [...more.map(asValue), ...named.values];
}

/** What the dataset itself has of a condition's values. */
function wordsOf(name: string, known: KnownFields): readonly string[] {
  switch (name) {
    case 'annotator':
      return known.annotators ?? [];
    case 'tag':
      return known.tags ?? [];
    case 'queue':
      return known.queues ?? [];
    case 'finding':
      return rules(known);
    default:
      return [];
  }
}

function asValue(word: string): Insertable {
  const plain = word === 'none' || word === 'any' || word.includes('..') ? `"${word}"` : printText(word);
  return { word, means: 'value', insert: plain };
}

/** The checks, then their rules. */
function rules({ rules: all = [] }: KnownFields): string[] {
  return [...new Set([...all.map((rule) => rule.split('/')[0] ?? rule), ...all])];
}

function fitting(
  words: (QueryWord & { insert: string })[],
  typed: string,
  caret: number,
  replaced = typed.length,
): QueryCompletion[] {
  const wanted = typed.toLowerCase();
  const place = ({ word }: QueryWord) => word.toLowerCase().indexOf(wanted);
  return words
    .filter((word) => place(word) !== -1)
    .toSorted((a, b) => Math.min(place(a), 1) - Math.min(place(b), 1))
    .slice(0, MOST)
    .map(({ word, means, insert }) => ({
      insert,
      label: word,
      detail: means,
      start: caret - replaced,
      end: caret,
    }));
}
