import type { Dialect } from '../maths/dialect';
import { parsePath } from '../field/path-pattern';
import type { Profile, RoleRule } from '../profile/profile';
import type { JsonPath } from '../row/json';
import { fieldName } from './field-name';

/** What Scholium itself knows of a row, and shows in a column of its own. */
export type BuiltInId = 'row' | 'traces' | 'labels' | 'findings' | 'flags';

/** A column of the table: something that Scholium knows of a row, or a field of it. */
export type Column = BuiltInColumn | FieldColumn;

interface Shape {
  title: string;
  /** In pixels, at first. */
  width: number;
  align: 'left' | 'right';
}

export interface BuiltInColumn extends Shape {
  kind: 'built-in';
  id: BuiltInId;
}

export interface FieldColumn extends Shape {
  kind: 'field';
  /** `field:` and the field's name. */
  id: string;
  /** As `fieldOf` takes it: a role or a path. */
  field: string;
  /** How the field's texts are written, where the profile says so; null for texts that are no maths. */
  dialect: Dialect | null;
}

/** A field that a scan found, and whether its values are numbers. */
export interface FoundField {
  name: string;
  numbers: boolean;
}

const BUILT_IN: BuiltInColumn[] = [
  { kind: 'built-in', id: 'row', title: 'Row', width: 76, align: 'right' },
  { kind: 'built-in', id: 'traces', title: 'Traces', width: 64, align: 'right' },
  { kind: 'built-in', id: 'labels', title: 'Labels', width: 128, align: 'left' },
  { kind: 'built-in', id: 'findings', title: 'Findings', width: 160, align: 'left' },
  { kind: 'built-in', id: 'flags', title: 'Flags', width: 56, align: 'right' },
];

const TEXT_WIDTH = 320;
const SHORT_WIDTH = 128;
const NUMBER_WIDTH = 72;
/** Seventeen characters of code. */
const ID_WIDTH = 144;
/** Fields shown at first of a dataset whose profile names none. */
const FEW_FIELDS = 5;
/** What the table calls a role. Roles that say the same as a built-in column have none. */
const ROLE_TITLES: Record<string, string> = {
  problem: 'Problem',
  answer: 'Answer',
  concept: 'Concepts',
  hint: 'Hints',
  medium: 'Images',
};

/**
 * The columns that a dataset is first shown with: row, id, problem, the facts, concepts, traces, and what people and checks
 * say. `found` are the fields that a scan has found so far; without it, of a fact with several possible fields none is shown.
 */
export function defaultColumns(profile: Profile, found: FoundField[] = []): Column[] {
  const roles = new Set<string>(profile.roles.map(({ role }) => role));
  const id = profile.idField ? [idColumn(profile.idField, profile)] : [];
  const problem = roles.has('problem') || readsMessages(profile) ? [roleColumn('problem', profile)] : [];
  const facts = factPaths(profile, found).map((path) => pathColumn(path, profile, found));
  const concepts = roles.has('concept') ? [roleColumn('concept', profile)] : [];
  const traces = roles.has('trace') ? builtIn('traces') : [];
  const named = distinct([...id, ...problem, ...facts, ...concepts]);
  const fields = named.length > 0 ? named : foundColumns(profile, found).slice(0, FEW_FIELDS);
  return [...builtIn('row'), ...fields, ...traces, ...builtIn('labels', 'findings', 'flags')];
}

/** Every column there is to choose from: the default ones, the other roles, every field found. */
export function columnChoices(profile: Profile, found: FoundField[]): Column[] {
  const used = new Set<string>(profile.roles.map(({ role }) => role));
  const roles = Object.keys(ROLE_TITLES).filter((role) => used.has(role));
  return distinct([
    ...defaultColumns(profile, found),
    ...roles.map((role) => roleColumn(role, profile)),
    ...builtIn('traces'),
    ...foundColumns(profile, found),
  ]);
}

/** A column for any field that somebody names: a path that no scan has found, too. */
export function columnOfField(name: string, profile: Profile): FieldColumn {
  return ROLE_TITLES[name] ? roleColumn(name, profile) : fieldColumn(name, profile, false);
}

/** The field whose statistics a column's head shows; null when none has them. Of `trace` they tell the number of traces. */
export function statisticsField(column: Column): string | null {
  if (column.kind === 'field') return column.field;
  return column.id === 'traces' ? 'trace' : null;
}

function builtIn(...ids: BuiltInId[]): Column[] {
  return BUILT_IN.filter(({ id }) => ids.includes(id));
}

function roleColumn(role: string, { roles }: Profile): FieldColumn {
  const title = ROLE_TITLES[role] ?? role;
  const dialect = roles.find((rule) => rule.role === role)?.dialect ?? 'markdown';
  const width = role === 'problem' || role === 'hint' ? TEXT_WIDTH : SHORT_WIDTH;
  return { kind: 'field', id: `field:${role}`, title, field: role, width, align: 'left', dialect };
}

function idColumn(path: JsonPath, profile: Profile): FieldColumn {
  return { ...fieldColumn(fieldName(path), profile, false, 'Id'), width: ID_WIDTH };
}

function pathColumn(path: JsonPath, profile: Profile, found: FoundField[]): FieldColumn {
  const name = fieldName(path);
  const numbers = found.some((field) => field.name === name && field.numbers);
  return fieldColumn(name, profile, numbers, titleOf(path));
}

function foundColumns(profile: Profile, found: FoundField[]): Column[] {
  return found.map(({ name, numbers }) => fieldColumn(name, profile, numbers));
}

function fieldColumn(name: string, profile: Profile, numbers: boolean, title = name): FieldColumn {
  const dialect = dialectOf(name, profile);
  const width = numbers ? NUMBER_WIDTH : dialect ? TEXT_WIDTH : SHORT_WIDTH;
  return {
    kind: 'field',
    id: `field:${name}`,
    title,
    field: name,
    width,
    align: numbers ? 'right' : 'left',
    dialect,
  };
}

/** The paths of facts and numbers: of a rule with several, the first one that was found. The id has a column already. */
function factPaths({ roles, idField }: Profile, found: FoundField[]): JsonPath[] {
  const names = new Set(found.map(({ name }) => name));
  const id = idField && fieldName(idField);
  return roles
    .filter(({ role }) => role === 'fact' || role === 'measure')
    .map(({ paths }) => (paths.length === 1 ? paths[0] : paths.find((path) => names.has(fieldName(path)))))
    .filter((path) => path !== undefined)
    .filter((path) => fieldName(path) !== id);
}

/** How the texts of a field are written: only where a rule takes them as maths. */
function dialectOf(name: string, { roles }: Profile): Dialect | null {
  const path = parsePath(name)?.join('\u0000');
  const rule = roles.find(({ paths }) => paths.some((candidate) => candidate.join('\u0000') === path));
  return rule && holdsMaths(rule) ? rule.dialect : null;
}

function holdsMaths({ role, decoder }: RoleRule): boolean {
  const plainText = ['text', 'answer', 'prompt', 'solution', 'gsm8k-answer'].includes(decoder);
  return role !== 'fact' && role !== 'measure' && role !== 'medium' && plainText;
}

function readsMessages({ roles }: Profile): boolean {
  return roles.some(({ decoder }) => decoder === 'messages');
}

/** `unique_id` as a title: `Unique id`. */
function titleOf(path: JsonPath): string {
  const words = String(path.at(-1) ?? '')
    .replaceAll('_', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function distinct(columns: Column[]): Column[] {
  const first = new Map<string, Column>();
  for (const column of columns) if (!first.has(column.id)) first.set(column.id, column);
  return [...first.values()];
}
