import { fieldName } from '../column/field-name';
import { printText } from '../query/print-query';
import type { Reading, Reference } from '../profile/reading';
import type { Json, JsonPath } from '../row/json';
import { isObject } from '../row/json';
import { textsOf } from './entry-fields';

/** One thing that a row says it uses, as it says it. */
export interface Use {
  reference: string;
  path: JsonPath;
  kind: 'hint' | 'concept' | 'misconception';
  /** Whether it is the id of an entry; else a name or a text. */
  byId: boolean;
  /** Finds the rows that use it so. */
  query: string;
}

/** Fields that name concepts and misconceptions where the profile says nothing of them. */
const NAMED: [Use['kind'], RegExp, boolean][] = [
  ['misconception', /^misconception(?:[ _]|[A-H])?ids?$/i, true],
  ['concept', /^(?:knowledge[ _])?(?:concepts?|points?)$|^(?:skills?|concept_ids?|knowledge_ids?)$/i, false],
];

/** What a row uses of a library: its references in roles, else what its fields name. */
export function usesOf(value: Json, reading: Reading): Use[] {
  const inRoles = [
    ...reading.concepts.flatMap((reference) => usesIn('concept', reference)),
    ...reading.hints.flatMap((reference) => usesIn('hint', reference)),
  ];
  return [...(inRoles.some(({ kind }) => kind === 'concept') ? [] : usesInFields(value)), ...inRoles];
}

function usesIn(kind: 'hint' | 'concept', reference: Reference): Use[] {
  if (reference.kind === 'id') {
    const { id, path } = reference;
    return [{ reference: id, path, kind, byId: true, query: `${kind}:=${printText(id)}` }];
  }
  const { text, path } = reference.source;
  return namedUses(kind, kind, text, path, false);
}

function usesInFields(row: Json): Use[] {
  if (!isObject(row)) return [];
  return Object.keys(row).flatMap((key) => {
    const named = NAMED.find(([, pattern]) => pattern.test(key));
    if (!named || isObject(row[key])) return [];
    const [kind, , byId] = named;
    return textsOf(row[key]).flatMap((text) => namedUses(kind, fieldName([key]), text, [key], byId));
  });
}

/** A text is one name, or several with semicolons between them. */
function namedUses(kind: Use['kind'], field: string, text: string, path: JsonPath, byId: boolean): Use[] {
  const whole = text.trim();
  if (whole === '') return [];
  const names = whole.length > LONGEST_NAMES ? [whole] : whole.split(';').map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => {
      const query = names.length > 1 ? anyOf(field, name) : `${field}:=${printText(whole)}`;
      return { reference: name, path, kind, byId, query };
    });
}

/** A longer text is a definition, and a semicolon in it is a semicolon. */
const LONGEST_NAMES = 1000;

/** The name among others in one text. */
function anyOf(field: string, name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
  return `${field}:/(^|;)\\s*${escaped}\\s*(;|$)/i`;
}
