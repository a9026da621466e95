import * as z from 'zod';
import type { $ZodIssue, $ZodIssueUnrecognizedKeys } from 'zod/v4/core';
import type { Profile } from '../profile/profile';
import type { Json, JsonPath } from '../row/json';
import { schemaFault } from '../schema/checkable-schema';
import { jsonText, kindOf, pathText, valueAt } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { rowValidator } from './row-validator';

const optionsSchema = z.strictObject({
  schema: z
    .record(z.string(), z.unknown())
    .refine((schema) => schemaFault(schema) === null, { error: ({ input }) => schemaFault(input) ?? '' })
    .optional()
    .describe('A JSON Schema (2020-12) that rows must fit besides that of their profile.'),
});

/** Every row has the fields and types that its profile's schema asks for. */
export const schemaCheck: Check = {
  id: 'schema',
  title: 'Schema',
  reads: 'every row that is JSON',
  severity: 'error',
  cost: 'cheap',
  options: optionsSchema,
  start: (profile, options = {}) => {
    const { schema: own } = optionsSchema.parse(options);
    const held = [profile.schema, ...(own ? [own] : [])].map(heldAgainst);
    return {
      row: (row) => {
        const found = held.flatMap((findings) => findings(row));
        const places = found.map(({ rule, path }) => JSON.stringify([rule, path]));
        return found.filter((_finding, at) => places.indexOf(places[at] ?? '') === at);
      },
    };
  },
};

/** What does not fit a schema. */
function heldAgainst(written: Profile['schema']): (row: CheckedRow) => Finding[] {
  const schema = z.fromJSONSchema(written);
  const fits = rowValidator(written);
  return (row) => {
    if (row.parsed.kind !== 'value' || fits(row.parsed.value)) return [];
    const issues = schema.safeParse(row.parsed.value).error?.issues ?? [];
    return issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? newFields(row, issue) : [findingOf(row, issue, row.parsed)],
    );
  };
}

function newFields(row: CheckedRow, { path, keys }: $ZodIssueUnrecognizedKeys): Finding[] {
  return keys.map((key) => {
    const field = [...(path as JsonPath), key];
    return {
      row: row.number,
      path: field,
      span: spanOfValue(row.parsed.text, field),
      check: 'schema',
      rule: 'schema/new-field',
      severity: 'warning',
      message: `${pathText(field)} is a new field: the schema does not name it.`,
      evidence: key,
    };
  });
}

/** The zod schema of a profile's rows. */
export function rowSchema(profile: Profile): z.ZodType {
  return z.fromJSONSchema(profile.schema);
}

function findingOf(row: CheckedRow, issue: $ZodIssue, parsed: CheckedRow['parsed']): Finding {
  const path = issue.path as JsonPath;
  const value = parsed.kind === 'value' ? valueAt(parsed.value, path) : undefined;
  const missing = value === undefined;
  return {
    row: row.number,
    path,
    span: spanOfValue(parsed.text, missing ? path.slice(0, -1) : path),
    check: 'schema',
    rule: missing ? 'schema/missing' : `schema/${issue.code.replaceAll('_', '-')}`,
    severity: 'error',
    message: missing
      ? `${pathText(path)} is missing.`
      : `${pathText(path) || 'The row'} ${trouble(issue, value)}.`,
    evidence: missing ? '' : jsonText(value).slice(0, 80),
  };
}

const NAMES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
  record: 'an object',
};

function trouble(issue: $ZodIssue, value: Json): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${NAMES[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case 'invalid_union':
      return `must be ${unionNames(issue.errors)}, not ${shown(value)}${otherwiseSpelled(valuesOf(issue.errors), value)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}, not ${shown(value)}${otherwiseSpelled(issue.values, value)}`;
    case 'too_small':
      return value === '' ? 'is empty' : `is too small (at least ${issue.minimum})`;
    case 'too_big':
      return `is too big (at most ${issue.maximum})`;
    case 'invalid_format':
      return `does not have the form ${issue.pattern ?? issue.format}`;
    default:
      return `is not valid: ${issue.message}`;
  }
}

/** More are not listed. */
const MOST_LISTED = 8;

function oneOf(values: readonly unknown[]): string {
  const listed = values.slice(0, MOST_LISTED).map((value) => JSON.stringify(value));
  const more = values.length - listed.length;
  return `${listed.join(' or ')}${more > 0 ? ` or one of ${more} more` : ''}`;
}

function valuesOf(branches: $ZodIssue[][]): unknown[] {
  return branches.flat().flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
}

/** A text that is one of the values but for case, spaces and signs. */
function otherwiseSpelled(values: readonly unknown[], value: Json): string {
  if (typeof value !== 'string' || folded(value) === '') return '';
  const meant = values.find((each) => typeof each === 'string' && folded(each) === folded(value));
  return meant === undefined ? '' : `: it is spelled ${JSON.stringify(meant)}`;
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function unionNames(branches: $ZodIssue[][]): string {
  const names = branches.flatMap((issues) =>
    issues.map((issue) => {
      if (issue.code === 'invalid_type') return NAMES[issue.expected] ?? issue.expected;
      if (issue.code === 'invalid_format') return `of the form ${issue.pattern ?? issue.format}`;
      return issue.code === 'invalid_value' ? oneOf(issue.values) : issue.message;
    }),
  );
  return [...new Set(names)].join(' or ');
}

function shown(value: Json): string {
  return typeof value === 'object' ? kindOf(value) : jsonText(value).slice(0, 40);
}
