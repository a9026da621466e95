import type { Json, JsonObject, JsonPath } from '../row/json';
import { isObject, jsonText, valueAt } from '../row/json';
import { alignSimilar } from './align-similar';
import type { Partner } from './align-similar';
import { editScript } from './edit-script';
import { decimalOf, exactKey, exactNumbers } from './exact-number';
import type { ExactNumbers } from './exact-number';

/** One field that differs. `path` is where it stands in the newer row; `oldPath` in the older. */
export type FieldChange =
  | { kind: 'added'; path: JsonPath; after: Json }
  | { kind: 'removed'; oldPath: JsonPath; before: Json }
  | {
      kind: 'changed';
      path: JsonPath;
      oldPath: JsonPath;
      before: Json;
      after: Json;
      /** Both numbers as they are written, where a double cannot tell them apart. */
      written?: { before: string; after: string };
    };

/** A row to compare: its value, and its numbers that need their spelling to be told apart. */
export interface ComparedRow {
  value: Json;
  exact: ExactNumbers;
}

/** A row that is JSON, ready to be compared. */
export function comparedRow(text: string, value: Json): ComparedRow {
  return { value, exact: exactNumbers(text) };
}

/**
 * The fields in which two versions of a row differ, in the order of the newer one, removed fields after the others of their
 * object. Empty when they have the same value: then only their spelling differs (order of keys, `1.0` for `1.00`, escapes,
 * spaces). Elements of a list are told from each other by their values, so one that is put in shows as one added.
 */
export function fieldDiff(before: ComparedRow, after: ComparedRow): FieldChange[] {
  const changes: FieldChange[] = [];
  compareValues({ before, after, changes }, [], before.value, [], after.value);
  return changes;
}

/** Where a change stands: in the newer row, or in the older one when the newer lacks it. */
export function placeOf(change: FieldChange): JsonPath {
  return change.kind === 'removed' ? change.oldPath : change.path;
}

interface Comparing {
  before: ComparedRow;
  after: ComparedRow;
  changes: FieldChange[];
}

/** Values nested more deeply are compared as a whole. */
const DEEPEST = 64;
/** Lists with more elements are compared position by position. */
const LONGEST_LIST = 5000;

function compareValues(
  comparing: Comparing,
  oldPath: JsonPath,
  before: Json,
  path: JsonPath,
  after: Json,
): void {
  if (path.length < DEEPEST && isObject(before) && isObject(after))
    return compareObjects(comparing, oldPath, before, path, after);
  if (path.length < DEEPEST && Array.isArray(before) && Array.isArray(after))
    return compareLists(comparing, oldPath, before, path, after);
  if (!sameValue(before, after)) comparing.changes.push({ kind: 'changed', path, oldPath, before, after });
  else if (typeof before === 'number') compareWritten(comparing, oldPath, path, before);
}

/** Two numbers that are the same double may be written as different ones. */
function compareWritten(comparing: Comparing, oldPath: JsonPath, path: JsonPath, value: number): void {
  if (comparing.before.exact.size === 0 && comparing.after.exact.size === 0) return;
  const written = {
    before: comparing.before.exact.get(exactKey(oldPath)) ?? String(value),
    after: comparing.after.exact.get(exactKey(path)) ?? String(value),
  };
  if (decimalOf(written.before) === decimalOf(written.after)) return;
  comparing.changes.push({ kind: 'changed', path, oldPath, before: value, after: value, written });
}

function compareObjects(
  comparing: Comparing,
  oldPath: JsonPath,
  before: JsonObject,
  path: JsonPath,
  after: JsonObject,
): void {
  for (const [key, value] of Object.entries(after)) {
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (old === undefined) comparing.changes.push({ kind: 'added', path: [...path, key], after: value });
    else compareValues(comparing, [...oldPath, key], old, [...path, key], value);
  }
  for (const [key, value] of Object.entries(before)) {
    if (!Object.hasOwn(after, key))
      comparing.changes.push({ kind: 'removed', oldPath: [...oldPath, key], before: value });
  }
}

function compareLists(
  comparing: Comparing,
  oldPath: JsonPath,
  before: Json[],
  path: JsonPath,
  after: Json[],
): void {
  const compareAt = (old: number, now: number) =>
    compareValues(comparing, [...oldPath, old], before[old] ?? null, [...path, now], after[now] ?? null);
  const addUntil = (from: Partner, to: Partner) => {
    for (let { now } = from; now < to.now; now++)
      comparing.changes.push({ kind: 'added', path: [...path, now], after: after[now] ?? null });
    for (let { old } = from; old < to.old; old++)
      comparing.changes.push({ kind: 'removed', oldPath: [...oldPath, old], before: before[old] ?? null });
  };
  let next: Partner = { old: 0, now: 0 };
  for (const partner of partnersIn(before, after)) {
    addUntil(next, partner);
    compareAt(partner.old, partner.now);
    next = { old: partner.old + 1, now: partner.now + 1 };
  }
  addUntil(next, { old: before.length, now: after.length });
}

/** Which elements of two lists are versions of each other, in order. */
function partnersIn(before: Json[], after: Json[]): Partner[] {
  if (byPlace(before, after)) return oneByOne(0, 0, Math.min(before.length, after.length));
  const [olds, news] = [before.map(canonicalText), after.map(canonicalText)];
  const partners: Partner[] = [];
  let next: Partner = { old: 0, now: 0 };
  for (const edit of editScript(olds, news)) {
    partners.push(...oneByOne(next.old, next.now, edit.oldStart - next.old));
    const replaced = alignSimilar(
      olds.slice(edit.oldStart, edit.oldEnd),
      news.slice(edit.newStart, edit.newEnd),
    );
    partners.push(
      ...replaced.map(({ old, now }) => ({ old: old + edit.oldStart, now: now + edit.newStart })),
    );
    next = { old: edit.oldEnd, now: edit.newEnd };
  }
  return [...partners, ...oneByOne(next.old, next.now, before.length - next.old)];
}

function oneByOne(old: number, now: number, count: number): Partner[] {
  return Array.from({ length: count }, (_, at) => ({ old: old + at, now: now + at }));
}

/** Labels and scores of a list stand for their places, and so do the elements of lists of great length. */
function byPlace(before: Json[], after: Json[]): boolean {
  if (before.length + after.length > 2 * LONGEST_LIST) return true;
  return before.length === after.length && before.every(isPlain) && after.every(isPlain);
}

function isPlain(value: Json): boolean {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** Without recursion: values may be nested more deeply than the stack reaches. */
function sameValue(before: Json, after: Json): boolean {
  const pairs: [Json | undefined, Json | undefined][] = [[before, after]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [one, other] = pair;
    if (one === other) continue;
    const both = bothKeys(one, other);
    if (!both) return false;
    for (const key of both) pairs.push([valueAt(one, [key]), valueAt(other, [key])]);
  }
  return true;
}

/** The keys or positions that two objects or two lists share; null when they do not have the same ones. */
function bothKeys(one: Json | undefined, other: Json | undefined): JsonPath | null {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length ? one.map((_, at) => at) : null;
  if (!isObject(one) || !isObject(other)) return null;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key))
    ? keys
    : null;
}

/** JSON with the keys of every object in one order; of what is nested too deeply, words that are the same for all of it. */
function canonicalText(value: Json): string {
  try {
    return JSON.stringify(value, (_key, inner: Json) => (isObject(inner) ? withSortedKeys(inner) : inner));
  } catch {
    return jsonText(value);
  }
}

function withSortedKeys(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
