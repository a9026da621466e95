import { isObject } from '../row/json';
import type { Json } from '../row/json';
import { FORMATS } from './formats';
import type { Format } from './formats';

export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';

/** More different texts than this are no choice among a few. */
const MOST_VALUES = 40;
/** In UTF-16 units: longer texts are prose. */
const LONGEST_VALUE = 60;
/** An object with more different names than this is a map: its names are data. */
const MOST_NAMES = 60;
/** Deeper values are only said to be there. */
const DEEPEST = 8;

/** What is known of the values of one field over all rows. Its memory is bounded, however many rows there are. */
export class ValueTally {
  count = 0;
  readonly types = new Map<JsonType, number>();
  /** Short texts and how often each stands; null when there are too many, or a long one. */
  texts: Map<string, number> | null = new Map();
  /** Formats that all texts have. */
  formats: readonly Format[] = FORMATS;
  least = Infinity;
  greatest = -Infinity;
  /** Of objects: by name; null for a map. */
  members: Map<string, ValueTally> | null = new Map();
  items: ValueTally | null = null;
  private readonly depth: number;

  constructor(depth = 0) {
    this.depth = depth;
  }

  add(value: Json): void {
    this.count++;
    const type = typeOf(value);
    this.types.set(type, this.of(type) + 1);
    if (typeof value === 'string') this.addText(value);
    else if (typeof value === 'number') this.addNumber(value);
    else if (this.depth < DEEPEST) this.addBelow(value);
  }

  of(type: JsonType): number {
    return this.types.get(type) ?? 0;
  }

  private addText(text: string): void {
    if (this.formats.length > 0) this.formats = this.formats.filter(({ pattern }) => pattern.test(text));
    if (!this.texts) return;
    this.texts.set(text, (this.texts.get(text) ?? 0) + 1);
    if (text.length > LONGEST_VALUE || this.texts.size > MOST_VALUES) this.texts = null;
  }

  private addNumber(value: number): void {
    this.least = Math.min(this.least, value);
    this.greatest = Math.max(this.greatest, value);
  }

  private addBelow(value: Json): void {
    if (Array.isArray(value)) {
      this.items ??= new ValueTally(this.depth + 1);
      for (const item of value) this.items.add(item);
    } else if (isObject(value)) this.addMembers(value);
  }

  private addMembers(value: { [name: string]: Json }): void {
    for (const [name, member] of Object.entries(value)) {
      if (!this.members) return;
      const known = this.members.get(name) ?? new ValueTally(this.depth + 1);
      this.members.set(name, known);
      known.add(member);
      if (this.members.size > MOST_NAMES) this.members = null;
    }
  }
}

function typeOf(value: Json): JsonType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as JsonType;
}
