import { jsonText, kindOf } from '../row/json';
import type { Json } from '../row/json';

/** What people call the types of JSON Schema, and of zod. */
export const TYPE_NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
  record: 'an object',
};

/** More are not listed. */
const MOST_LISTED = 8;

export function oneOf(values: readonly unknown[]): string {
  const listed = values.slice(0, MOST_LISTED).map((value) => JSON.stringify(value));
  const more = values.length - listed.length;
  return `${listed.join(' or ')}${more > 0 ? ` or one of ${more} more` : ''}`;
}

/** A text that is one of the values but for case, spaces and signs. */
export function otherwiseSpelled(values: readonly unknown[], value: Json): string {
  if (typeof value !== 'string' || folded(value) === '') return '';
  const meant = values.find((each) => typeof each === 'string' && folded(each) === folded(value));
  return meant === undefined ? '' : `: it is spelled ${JSON.stringify(meant)}`;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

export function shown(value: Json): string {
  return typeof value === 'object' ? kindOf(value) : jsonText(value).slice(0, 40);
}
