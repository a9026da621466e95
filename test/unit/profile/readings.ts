import assert from 'node:assert/strict';
import { rowTexts, withoutSolutions } from '../../../src/core/contamination/row-texts';
import { fieldsOfRule } from '../../../src/core/profile/claimed-fields';
import type { Profile } from '../../../src/core/profile/profile';
import type { Reading, SourceText, Trace } from '../../../src/core/profile/reading';
import { readRow } from '../../../src/core/profile/read-row';
import { pathText, valueAt } from '../../../src/core/row/json';
import type { Json } from '../../../src/core/row/json';

/** Everything of a reading that is text of the row. */
export function sourcesOf({
  problem,
  answers,
  choices,
  hints,
  concepts,
  context,
  traces,
  translations,
}: Reading): SourceText[] {
  const references = [...hints, ...concepts].flatMap((each) => (each.kind === 'text' ? [each.source] : []));
  const turns = context.map(({ source }) => source);
  const inTraces = traces.flatMap(({ steps, finalAnswer }) => [
    ...steps.flatMap(({ source, subQuestion, alternatives = [], remarks = [] }) => [
      source,
      ...(subQuestion ? [subQuestion] : []),
      ...remarks,
      ...alternatives.map((each) => each.source),
    ]),
    ...(finalAnswer ? [finalAnswer] : []),
  ]);
  const chosen = [...choices, ...translations].map(({ source }) => source);
  return [...problem, ...answers, ...chosen, ...references, ...turns, ...inTraces];
}

/** What holds for the reading of any row in any profile. */
export function assertSound(row: Json, reading: Reading, profile: Profile): void {
  for (const { path, start, end, text } of sourcesOf(reading)) {
    const field = valueAt(row, path);
    assert.ok(field !== undefined && typeof field !== 'object', pathText(path));
    const slice = String(field).slice(start, end);
    if (slice !== text) assert.equal(JSON.parse(`"${slice}"`), text, pathText(path)); // out of JSON that is a text
  }
  for (const trace of reading.traces) assertStepsInOrder(trace);
  assert.deepEqual(unseenFields(row, reading, profile), [], 'fields that are nowhere');
  assert.deepEqual(searched(readRow(row, withoutSolutions(profile))), searched(reading), 'without solutions');
}

/** The texts in which items of a benchmark are looked for, but for traces. */
function searched(reading: Reading): ReturnType<typeof rowTexts> {
  return rowTexts(reading).filter(({ role }) => role !== 'trace');
}

/** Steps follow on one another in their fields, and never overlap. */
function assertStepsInOrder({ id, steps }: Trace): void {
  for (const [at, { source, wrong }] of steps.entries()) {
    for (const span of wrong) {
      assert.ok(0 <= span.start && span.start < span.end && span.end <= source.text.length, id);
    }
    const before = steps[at - 1]?.source;
    if (!before) continue;
    const sameField = pathText(before.path) === pathText(source.path);
    if (sameField) assert.ok(before.end <= source.start, `${id}: step ${at + 1}`);
    else if (positions(before) !== '' && positions(source) !== '')
      assert.ok(positions(before) <= positions(source), `${id}: step ${at + 1}`);
  }
}

/** The positions in a path, so that texts compare as they follow in the row. */
function positions({ path }: SourceText): string {
  const numbers = path.filter((part) => typeof part === 'number');
  return numbers.map((number) => String(number).padStart(6, '0')).join('.');
}

/** No field of a row is dropped in silence: it has a role, is among the others, or only repeats another. */
function unseenFields(row: Json, reading: Reading, { repeats, roles }: Profile): string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return [];
  const beside = roles.flatMap((rule) => fieldsOfRule([], rule));
  const paths = [
    ...sourcesOf(reading).map(({ path }) => path),
    ...[...reading.hints, ...reading.concepts].flatMap((each) => (each.kind === 'id' ? [each.path] : [])),
    ...reading.traces.flatMap(({ steps }) =>
      steps.flatMap(({ media = [] }) => media.map(({ path }) => path)),
    ),
    ...[...reading.media, ...reading.regions, ...reading.facts, ...reading.measures, ...reading.others].map(
      ({ path }) => path,
    ),
    ...repeats,
    ...beside,
  ];
  const seen = new Set(paths.map((path) => path[0]));
  const empty = (value: Json | undefined) => value === null || JSON.stringify(value).length <= 2;
  return Object.keys(row).filter((key) => !seen.has(key) && !empty(row[key]));
}
