import * as z from 'zod';
import type { $ZodIssue, $ZodIssueUnrecognizedKeys } from 'zod/v4/core';
import type { Profile } from '../profile/profile';
import { jsonText, kindOf, pathText, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { CheckedRow } from './check';
import type { Finding } from './finding';
import { rowValidator } from './row-validator';
import { TYPE_NAMES, oneOf, otherwiseSpelled, shown } from './schema-words';

/** What of a row does not fit a schema that `forZod` gave. */
export function misfitsByZod(written: Profile['schema']): (row: CheckedRow) => Finding[] {
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

function trouble(issue: $ZodIssue, value: Json): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPE_NAMES[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
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

function valuesOf(branches: $ZodIssue[][]): unknown[] {
  return branches.flat().flatMap((issue) => (issue.code === 'invalid_value' ? issue.values : []));
}

function unionNames(branches: $ZodIssue[][]): string {
  const names = branches.flatMap((issues) =>
    issues.map((issue) => {
      if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
      if (issue.code === 'invalid_format') return `of the form ${issue.pattern ?? issue.format}`;
      return issue.code === 'invalid_value' ? oneOf(issue.values) : issue.message;
    }),
  );
  return [...new Set(names)].join(' or ');
}
