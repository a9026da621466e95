import { fieldOf, ReadableRow } from '../field/field';
import type { Field } from '../field/field';
import type { Profile } from '../profile/profile';
import { parseRow, decodeRow } from '../row/parse';
import type { Json, JsonPath } from '../row/json';
import { ColumnTally } from './column-tally';
import type { DatasetTally } from './dataset-tally';
import type { ColumnStatistics } from './statistics';

const LINE_FEED = 0x0a;
const MANY_VALUES = 16_384;
/** Rows are parsed for roles only in the first part of a file: parsing is many times slower than counting bytes. */
const PARSED_BYTES = 64 * 1024 * 1024;
/** Roles of which a row has one value; of the others it has a list. Of traces only their number is told. */
const SINGLE = ['problem', 'answer'];
const COUNTED = 'trace';

/**
 * Statistics of roles. A role that is just a field of the row has that field's. For others, such as the problem in a
 * dialogue or the traces, the first 64 MB of rows are parsed and read as the profile says: `rows` tells how many.
 */
export class RoleTallies {
  private readonly sources = new Map<string, JsonPath[]>();
  private readonly read = new Map<Field, ColumnTally>();
  private readonly profile: Profile;
  private bytesLeft = PARSED_BYTES;
  private rows = 0;

  constructor(profile: Profile, roles: string[]) {
    this.profile = profile;
    for (const role of roles) {
      const field = fieldOf(role);
      const paths = sourcesOf(role, profile);
      if (paths) this.sources.set(role, paths);
      else if (field) this.read.set(field, new ColumnTally(MANY_VALUES));
    }
  }

  /** Counts whole rows, each with its line feed. */
  count(rows: Uint8Array): void {
    if (this.read.size === 0) return;
    for (let at = 0; at < rows.length && this.bytesLeft > 0;) {
      const feed = rows.indexOf(LINE_FEED, at);
      this.countRow(rows.subarray(at, feed));
      this.bytesLeft -= feed + 1 - at;
      at = feed + 1;
    }
  }

  result(dataset: DatasetTally): ColumnStatistics[] {
    const fromFields = Array.from(this.sources, ([role, paths]) =>
      tallyOf(paths, dataset).result(role, dataset.objects),
    );
    return [...fromFields, ...Array.from(this.read, ([{ name }, tally]) => tally.result(name, this.rows))];
  }

  private countRow(bytes: Uint8Array): void {
    const parsed = parseRow(decodeRow(bytes));
    if (parsed.kind !== 'value') return;
    this.rows++;
    const row = new ReadableRow(parsed.value, this.profile);
    for (const [field, tally] of this.read) addValues(tally, field.values(row), field.name);
  }
}

function addValues(tally: ColumnTally, values: Json[], role: string): void {
  if (values.length === 0) return;
  if (role === COUNTED) tally.addNumber(values.length);
  else tally.add(SINGLE.includes(role) && values.length === 1 ? (values[0] ?? null) : values);
}

/** The fields that a role's texts stand in as they are; null when rows must be read to know. */
function sourcesOf(role: string, { roles }: Profile): JsonPath[] | null {
  const rules = roles.filter((rule) => rule.role === role);
  const plain = rules.every(({ decoder, paths }) => decoder === 'text' && paths.every(isCounted));
  return plain && !roles.some(({ decoder }) => decoder === 'messages')
    ? rules.flatMap(({ paths }) => paths)
    : null;
}

function isCounted(path: JsonPath): boolean {
  return path.length <= 2 && path.every((key) => typeof key === 'string');
}

/** Of the fields that may play a role: the first one that no row lacks, else all that rows have. */
function tallyOf(paths: JsonPath[], dataset: DatasetTally): ColumnTally {
  const found = paths.map((path) => dataset.tallyAt(path)).filter((tally) => tally !== undefined);
  const first = found[0];
  if (first && (found.length === 1 || first.present === dataset.objects)) return first;
  const merged = new ColumnTally(MANY_VALUES);
  for (const tally of found) merged.merge(tally);
  return merged;
}
