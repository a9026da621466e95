import { pathText, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import type { RowText } from './row-texts';

/** A text of a row as it stands in its field, and in which ways an item is looked for in it. */
export interface FieldText {
  text: string;
  asProblem: boolean;
  asTrace: boolean;
}

/** A field of rows, or what the elements of its lists have in common. Plain data: threads hand it on. */
interface Field {
  asProblem: boolean;
  asTrace: boolean;
  /** The row's text is not the field's as it stands. */
  changed: boolean;
  /** A text stood in it in a row that was read. */
  met: boolean;
  /** A number or yes/no did; where nothing did but null, the field is as one that was not there. */
  other: boolean;
  keys: Map<string, Field>;
  elements: Field | null;
}

/** What was learned of the fields of a file. Plain data. */
export interface FieldsData {
  root: Field;
  /** A text of a row is in no field of it: every row is to be read. */
  unplaced: boolean;
}

/** More fields than this are not told apart: the keys of an object are then data. */
const MOST_FIELDS = 5_000;
/** So many rows in sequence that told nothing new are enough to take others to be like them. */
const ENOUGH_ALIKE = 100;
/** A text of an unknown field that is shorter holds no item. */
const SHORTEST = 4;

function newField(): Field {
  return {
    asProblem: false,
    asTrace: false,
    changed: false,
    met: false,
    other: false,
    keys: new Map(),
    elements: null,
  };
}

/**
 * In which fields the texts of a file's rows stand, learned from some of them: so that most rows need not be read in their roles
 * to be known to hold no item. A field that was not there in any of these, or held nothing, is looked at in every way.
 */
export class RowFields {
  private readonly root: Field;
  private fields = 0;
  /** Rows since one told something new. */
  private alike = 0;
  private unplaced: boolean;
  /** Where the problems of rows stand, by the way as text; null when they are elements of lists, or not the field's as it stands. */
  private problems: Map<string, JsonPath> | null = new Map();

  /** `data`: what another thread has learned. */
  constructor(data?: FieldsData) {
    this.root = data?.root ?? newField();
    this.unplaced = data?.unplaced ?? false;
  }

  get data(): FieldsData {
    return { root: this.root, unplaced: this.unplaced };
  }

  /** Takes in a row and the texts that it has in its roles. */
  learn(value: Json, texts: RowText[]): void {
    this.alike++;
    this.addFields(value, this.root);
    for (const { role, path, start, text, joined } of texts) {
      if (joined) continue; // of its parts
      const held = valueAt(value, path);
      if (typeof held !== 'string' || !held.startsWith(firstWord(text), start)) {
        this.unplaced = true;
        return;
      }
      const field = this.fieldAt(path);
      this.mark(field, role === 'trace' ? 'asTrace' : 'asProblem');
      if (role !== 'trace' && held !== text) this.mark(field, 'changed');
      if (role === 'problem') this.addProblem(path, field);
    }
  }

  /** The problems of a row, where enough rows like it were read already; null when it has to be read to be told. */
  problemsOf(value: Json): string[] | null {
    const { problems } = this;
    if (this.alike < ENOUGH_ALIKE || this.unplaced || !problems || !isMet(value, this.root)) return null;
    const held = Array.from(problems.values(), (path) => valueAt(value, path));
    return held.filter((text) => typeof text === 'string');
  }

  private addProblem(path: JsonPath, { changed }: Field): void {
    if (changed || path.some((step) => typeof step === 'number')) this.problems = null;
    this.problems?.set(pathText(path), path);
  }

  /** The texts of a row in which an item may be; null when the row has to be read to be told. */
  textsOf(value: Json, onlyProblems = false): FieldText[] | null {
    if (this.unplaced) return null;
    const texts: FieldText[] = [];
    if (!collect(value, this.root, texts)) return null;
    return onlyProblems ? texts.filter(({ asProblem }) => asProblem) : texts;
  }

  /**
   * In which ways the texts under each of a row's keys are looked at (1 as problems, 2 as traces, 3 both); null when rows have to
   * be read to be told.
   */
  waysByKey(onlyProblems = false): Map<string, number> | null {
    if (this.unplaced || isAnyChanged(this.root)) return null;
    const mask = onlyProblems ? 1 : 3;
    return new Map(Array.from(this.root.keys, ([key, field]) => [key, waysOf(field) & mask]));
  }

  private addFields(value: Json, field: Field): void {
    if (typeof value === 'string') this.mark(field, 'met');
    else if (typeof value === 'number' || typeof value === 'boolean') this.mark(field, 'other');
    else if (Array.isArray(value)) {
      field.elements ??= this.made();
      for (const element of value) this.addFields(element, field.elements);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, held] of Object.entries(value)) {
        const known = field.keys.get(key);
        if (!known && this.fields >= MOST_FIELDS) continue;
        const child = known ?? this.made();
        if (!known) field.keys.set(key, child);
        this.addFields(held, child);
      }
    }
  }

  private mark(field: Field, what: 'asProblem' | 'asTrace' | 'changed' | 'met' | 'other'): void {
    if (field[what]) return;
    field[what] = true;
    this.alike = 0;
  }

  private made(): Field {
    this.fields++;
    this.alike = 0;
    return newField();
  }

  private fieldAt(path: JsonPath): Field {
    let field = this.root;
    for (const step of path) {
      if (typeof step === 'number') field = field.elements ??= this.made();
      else {
        const known: Field = field.keys.get(step) ?? this.made();
        field.keys.set(step, known);
        field = known;
      }
    }
    return field;
  }
}

/** Whether all texts of a value stand in fields that had one. */
function isMet(value: Json, field: Field): boolean {
  if (typeof value === 'string') return field.met;
  if (typeof value !== 'object' || value === null) return true;
  const { elements, keys } = field;
  if (Array.isArray(value)) return value.every((element) => elements !== null && isMet(element, elements));
  return Object.entries(value).every(([key, held]) => {
    const known = keys.get(key);
    return known !== undefined && isMet(held, known);
  });
}

/** Of a field and all under it. */
function waysOf(field: Field): number {
  if (isEmpty(field)) return 3;
  const own = (field.asProblem ? 1 : 0) | (field.asTrace ? 2 : 0);
  return fieldsUnder(field).reduce((ways, under) => ways | waysOf(under), own);
}

/** Nothing but null stood in it. */
function isEmpty({ met, other, keys, elements }: Field): boolean {
  return !met && !other && keys.size === 0 && elements === null;
}

function isAnyChanged(field: Field): boolean {
  return field.changed || fieldsUnder(field).some(isAnyChanged);
}

function fieldsUnder({ keys, elements }: Field): Field[] {
  return elements ? [...keys.values(), elements] : [...keys.values()];
}

/** Steps of a trace are joined with blanks: what comes after them may stand otherwise in the field. */
function firstWord(text: string): string {
  return text.slice(0, 20).split(' ', 1)[0] ?? '';
}

/** Adds the texts under a value. False when the row has to be read. */
function collect(value: Json, field: Field | null, texts: FieldText[]): boolean {
  if (typeof value === 'string') return collectText(value, field, texts);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((element) => collect(element, field && field.elements, texts));
  for (const key in value) {
    const held = value[key];
    if (held !== undefined && !collect(held, field && (field.keys.get(key) ?? null), texts)) return false;
  }
  return true;
}

function collectText(text: string, field: Field | null, texts: FieldText[]): boolean {
  if (!field || isEmpty(field)) {
    if (text.length >= SHORTEST) texts.push({ text, asProblem: true, asTrace: true });
    return true;
  }
  const { asProblem, asTrace, changed } = field;
  if (asProblem || asTrace) texts.push({ text, asProblem, asTrace });
  return !changed;
}
