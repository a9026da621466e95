import { jsonText, pathText } from '../../src/core/row/json';
import type { Json, JsonPath } from '../../src/core/row/json';
import { numberSpellings } from '../../src/core/row/number-spellings';
import { rowFields } from '../../src/core/row/row-fields';

/** A field as it stands in the list to choose from. */
export interface FieldItem {
  path: JsonPath;
  /** Its whole path, and its own part of it. */
  name: string;
  lastName: string;
  /** The beginning of its value, or what kind of value it is. */
  excerpt: string;
}

/** All fields of a row, in its order. `text` is the row as it stands in the file. */
export function fieldItems(row: Json, text: string): FieldItem[] {
  const spellings = numberSpellings(text);
  return Array.from(rowFields(row), ({ path, value }) => {
    const name = pathText(path);
    const excerpt = spellings.get(name) ?? excerptOf(value);
    return { path, name, lastName: pathText(path.slice(-1)), excerpt };
  });
}

/** The fields whose path has what was typed, whatever its case. Those that are named so come first, then those that begin so. */
export function matching(items: FieldItem[], typed: string): FieldItem[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return items;
  const distance = ({ name, lastName }: FieldItem) => {
    const [whole, last] = [name.toLowerCase(), lastName.toLowerCase()];
    if (whole === wanted) return 0;
    if (last === wanted) return 1;
    return whole.startsWith(wanted) || last.startsWith(wanted) ? 2 : 3;
  };
  return items
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((a, b) => distance(a) - distance(b));
}

/** What is drawn of a list: so many items around the one in hand, and how many are left out on either side. */
export function around<Item>(
  items: Item[],
  at: number,
  most: number,
): { before: number; shown: Item[]; after: number } {
  const before = Math.max(0, Math.min(at - Math.floor(most / 2), items.length - most));
  const shown = items.slice(before, before + most);
  return { before, shown, after: items.length - before - shown.length };
}

const LONGEST_EXCERPT = 80;

/** The beginning of a value, or what kind of value it is. */
export function excerptOf(value: Json): string {
  if (typeof value === 'string') return value.slice(0, LONGEST_EXCERPT).replaceAll(/\s+/g, ' ');
  if (Array.isArray(value)) return value.length === 1 ? 'list of 1' : `list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `object of ${Object.keys(value).length}`;
  return jsonText(value);
}
