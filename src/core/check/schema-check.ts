import * as z from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import type { Profile } from '../profile/profile';
import type { Json, JsonPath } from '../row/json';
import { jsonText, kindOf, pathText, valueAt } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { rowValidator } from './row-validator';

/** Every row has the fields and types that its profile's schema asks for. */
export const schemaCheck: Check = {
  id: 'schema',
  title: 'Schema',
  reads: 'every row that is JSON',
  severity: 'error',
  cost: 'cheap',
  start: (profile) => {
    const schema = rowSchema(profile);
    const fits = rowValidator(profile.schema);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || fits(row.parsed.value)) return [];
        const issues = schema.safeParse(row.parsed.value).error?.issues ?? [];
        return issues.map((issue) => findingOf(row, issue, row.parsed));
      },
    };
  },
};

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
      return `must be ${unionNames(issue.errors)}, not ${shown(value)}`;
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

function unionNames(branches: $ZodIssue[][]): string {
  const names = branches.flatMap((issues) =>
    issues.map((issue) => {
      if (issue.code === 'invalid_type') return NAMES[issue.expected] ?? issue.expected;
      if (issue.code === 'invalid_format') return `of the form ${issue.pattern ?? issue.format}`;
      return issue.message;
    }),
  );
  return [...new Set(names)].join(' or ');
}

function shown(value: Json): string {
  return typeof value === 'object' ? kindOf(value) : jsonText(value).slice(0, 40);
}
