import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Reading, Reference, SourceText } from '../profile/reading';
import type { Json } from '../row/json';
import { parsePath, valuesAt } from './path-pattern';

/** Something of a row that can be shown in a column, searched, sorted by and counted. */
export interface Field {
  /** As people write it: a role (`problem`) or a path (`meta.level`, `steps[].text`). */
  name: string;
  kind: 'role' | 'path';
  /** Its values in one row; none where the row lacks it. */
  values(row: ReadableRow): Json[];
}

/** A parsed row, and what its profile makes of it. The reading is made when it is first asked for. */
export class ReadableRow {
  readonly value: Json;
  private readonly profile: Profile;
  private made: Reading | undefined;

  constructor(value: Json, profile: Profile) {
    this.value = value;
    this.profile = profile;
  }

  get reading(): Reading {
    this.made ??= readRow(this.value, this.profile);
    return this.made;
  }
}

/** What a role's name gives. A path that is named like a role is reached with a leading dot: `.problem`. */
const ROLES: Record<string, (reading: Reading) => Json[]> = {
  problem: ({ problem }) => texts(problem),
  answer: ({ answers }) => texts(answers),
  choice: ({ choices }) => choices.map(({ label, source }) => `${label}. ${source.text}`),
  hint: ({ hints }) => hints.map(textOrId),
  concept: ({ concepts }) => concepts.map(textOrId),
  trace: ({ traces }) => traces.map(({ author }) => author),
  step: ({ traces }) => traces.flatMap(({ steps }) => steps.map(({ source }) => source.text)),
  medium: ({ media }) => media.map(({ file }) => file),
};

/** The names of roles, as fields. */
export const roleNames = Object.keys(ROLES);

/** The field of a name; null when the name is neither a role nor a path. */
export function fieldOf(name: string): Field | null {
  const role = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (role) return { name, kind: 'role', values: (row) => role(row.reading) };
  const pattern = parsePath(name);
  return pattern && { name, kind: 'path', values: (row) => valuesAt(row.value, pattern) };
}

function texts(sources: SourceText[]): string[] {
  return sources.map(({ text }) => text);
}

function textOrId(reference: Reference): string {
  return reference.kind === 'text' ? reference.source.text : reference.id;
}
