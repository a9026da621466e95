import { applyEdits, modify, parse } from 'jsonc-parser';
import type { FormattingOptions } from 'jsonc-parser';
import type { JsonPath } from '../row/json';
import type { WrittenProfile } from '../profile/written-profile';
import type { NamedScheme } from '../scheme/scheme';
import type { Benchmark } from './sections/benchmarks-section';

/** What a project file begins as. */
export const NEW_PROJECT = '{}\n';

/**
 * The text of a project file with a profile in it, and with a pattern of files that are read with it. Comments, order and spacing of
 * all else stay: only values that differ are written.
 */
export function withProfile(text: string, profile: WrittenProfile, pattern: string): string {
  const before = parse(text, [], { allowTrailingComma: true }) as
    { profiles?: { id?: unknown }[] } | undefined;
  const profiles = before?.profiles ?? [];
  const at = profiles.findIndex(({ id }) => id === profile.id);
  const added = at === -1;
  let edited = added
    ? set(text, ['profiles', profiles.length], profile, true)
    : change(text, ['profiles', at], profiles[at], profile);
  edited = set(edited, ['files', pattern, 'profile'], profile.id);
  return last(edited, pattern);
}

/** The text of a project file with a scheme in it by its name, and with a pattern of files that are labelled by it. */
export function withScheme(text: string, { name, scheme }: NamedScheme, pattern: string): string {
  return set(set(text, ['schemes', name], withoutEmptyLists(scheme)), ['files', pattern, 'scheme'], name);
}

/** A list with nothing in it goes without saying. */
function withoutEmptyLists(scheme: object): unknown {
  return JSON.parse(JSON.stringify(scheme, unlessEmpty));
}

function unlessEmpty(_key: string, value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

/** The text of a project file with a benchmark in it, in the place of the one that has its name. */
export function withBenchmark(text: string, benchmark: Benchmark): string {
  const before = parse(text, [], { allowTrailingComma: true }) as { benchmarks?: Benchmark[] } | undefined;
  const benchmarks = before?.benchmarks ?? [];
  const at = benchmarks.findIndex(({ name }) => name === benchmark.name);
  if (at === -1) return set(text, ['benchmarks', benchmarks.length], benchmark, true);
  return change(text, ['benchmarks', at], benchmarks[at], benchmark);
}

/** The text of a project file with the JSON Schema that a pattern of files is held against. */
export function withSchema(text: string, pattern: string, schema: string): string {
  return set(text, ['files', pattern, 'schema'], schema);
}

/** Of several patterns that match a file the later stands: the one that was set is put behind the others when it is before them. */
function last(text: string, pattern: string): string {
  const { files = {} } = parse(text, [], { allowTrailingComma: true }) as { files?: Record<string, unknown> };
  const patterns = Object.keys(files);
  const rival = patterns.slice(patterns.indexOf(pattern) + 1).some((other) => hasProfile(files[other]));
  if (!rival) return text;
  return set(set(text, ['files', pattern], undefined), ['files', pattern], files[pattern]);
}

function hasProfile(setting: unknown): boolean {
  return typeof setting === 'object' && setting !== null && 'profile' in setting;
}

/** Writes what differs between two values, as deep in them as it can. */
function change(text: string, path: JsonPath, before: unknown, now: unknown): string {
  if (JSON.stringify(before) === JSON.stringify(now)) return text;
  if (Array.isArray(before) && Array.isArray(now)) return changeList(text, path, before, now);
  if (!isRecord(before) || !isRecord(now)) return set(text, path, now);
  let edited = text;
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)]))
    edited = change(edited, [...path, key], before[key], now[key]);
  return edited;
}

/** Elements that both lists have at their beginnings and ends stay as they are written. */
function changeList(text: string, path: JsonPath, before: unknown[], now: unknown[]): string {
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && same(before[head], now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.at(-1 - tail), now.at(-1 - tail))) tail++;
  const [gone, come] = [before.slice(head, before.length - tail), now.slice(head, now.length - tail)];
  let edited = text;
  for (let at = 0; at < Math.min(gone.length, come.length); at++)
    edited = change(edited, [...path, head + at], gone[at], come[at]);
  for (let at = gone.length - 1; at >= come.length; at--)
    edited = set(edited, [...path, head + at], undefined);
  for (let at = gone.length; at < come.length; at++)
    edited = set(edited, [...path, head + at], come[at], true);
  return edited;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function set(text: string, path: JsonPath, value: unknown, isArrayInsertion = false): string {
  return applyEdits(
    text,
    modify(text, path, value, { formattingOptions: formattingOf(text), isArrayInsertion }),
  );
}

/** As the file is written. */
function formattingOf(text: string): FormattingOptions {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol };
}
