import { counted } from '../counted';
import type { RoleRule } from '../profile/profile';
import type { Step } from '../profile/reading';
import { isObject, pathText, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { spanOfValue } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** A dataset that labels steps has one label for each of them: in a list beside the steps, behind each step, or in each step. */
export const labelsCheck: Check = {
  id: 'labels',
  title: 'Number of labels',
  reads: 'steps and the labels, ratings or numbers that the dataset has for each',
  severity: 'error',
  cost: 'thorough',
  rules: ['labels/count', 'labels/missing'],
  start: ({ roles }) => {
    const rules = roles.filter(({ role }) => role === 'trace');
    const problem = roles.find(({ role }) => role === 'problem')?.paths[0];
    return { row: (row) => rules.flatMap((rule) => inRule(row, rule, problem)) };
  },
};

function inRule(row: CheckedRow, rule: RoleRule, problem: JsonPath | undefined): Finding[] {
  const value = row.parsed.kind === 'value' ? row.parsed.value : null;
  const path = rule.paths.find((each) => valueAt(value, each) !== undefined);
  const steps = path && valueAt(value, path);
  if (!path || steps === undefined) return [];
  if (rule.decoder === 'prm800k-steps') return withoutRating(row, path, steps);
  if (rule.decoder === 'judged-steps') {
    const judged = stepsRead(row, path);
    return [...withoutSign(row, judged), ...againstProblem(row, path, judged, problem)];
  }
  const lists = [rule.labelsField, rule.stepNumbersField].flatMap((field) => {
    const list = field && valueAt(value, field);
    return field && Array.isArray(list) ? [{ field, length: list.length }] : [];
  });
  const count = lists.length === 0 ? 0 : countOf(row, path, steps);
  return lists
    .filter(({ length }) => length !== count)
    .map(({ field, length }) => unequal(row, field, length, count, `in ${pathText(path)}`));
}

/** How many steps a list has, or an object or a text is read as. */
function countOf(row: CheckedRow, path: JsonPath, steps: Json): number {
  return Array.isArray(steps) ? steps.length : stepsRead(row, path).length;
}

function unequal(row: CheckedRow, path: JsonPath, labels: number, steps: number, where: string): Finding {
  return {
    row: row.number,
    path,
    span: spanOfValue(row.parsed.text, path),
    check: 'labels',
    rule: 'labels/count',
    severity: 'error',
    message: `${pathText(path)} has ${counted(labels, 'label')} for ${counted(steps, 'step')} ${where}.`,
    evidence: `${labels} against ${steps}`,
  };
}

/** The steps of the trace that is read from a path. */
function stepsRead(row: CheckedRow, path: JsonPath): Step[] {
  const trace = row.reading()?.traces.find(({ steps }) => steps[0]?.source.path[0] === path[0]);
  return trace?.steps ?? [];
}

/** Of steps with a sign behind each only the last, which was cut off, may have none. */
function withoutSign(row: CheckedRow, steps: Step[]): Finding[] {
  return steps.slice(0, -1).flatMap((step, at) =>
    step.label === undefined
      ? [
          findingAt(row, step.source, {
            rule: 'labels/missing',
            severity: 'error',
            message: `Step ${at + 1} of ${steps.length} has no label behind it.`,
            evidence: step.source.text.slice(-20),
          }),
        ]
      : [],
  );
}

/** Math-Shepherd has the steps in two fields: in `input` without labels, in `label` with them. */
function againstProblem(
  row: CheckedRow,
  path: JsonPath,
  judged: Step[],
  problem: JsonPath | undefined,
): Finding[] {
  const text = problem && row.parsed.kind === 'value' ? valueAt(row.parsed.value, problem) : undefined;
  if (!problem || typeof text !== 'string' || pathText(problem) === pathText(path)) return [];
  const steps = text.match(/Step \d{1,3}:/g)?.length ?? 0;
  if (steps === 0 || steps === judged.length) return [];
  return [unequal(row, path, judged.length, steps, `in ${pathText(problem)}`)];
}

/** PRM800K rates each completion; one that it has no rating of ends the work, as given up. */
function withoutRating(row: CheckedRow, path: JsonPath, steps: Json): Finding[] {
  if (!Array.isArray(steps)) return [];
  return steps.slice(0, -1).flatMap((step, at) => {
    const offered = valueAt(step, ['completions']);
    const unrated = Array.isArray(offered)
      ? offered.findIndex((each) => isObject(each) && typeof each['rating'] !== 'number')
      : -1;
    if (unrated === -1) return [];
    const place = [...path, at, 'completions', unrated];
    return [
      {
        row: row.number,
        path: place,
        span: spanOfValue(row.parsed.text, place),
        check: 'labels',
        rule: 'labels/missing',
        severity: 'error' as const,
        message: `Completion ${unrated + 1} of step ${at + 1} has no rating.`,
        evidence: '',
      },
    ];
  });
}
