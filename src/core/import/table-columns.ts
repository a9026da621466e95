import { unguarded } from '../export/formula-guard';
import type { TableOptions } from './import-options';

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

/** The names of a table's columns: from its first line where that is a header (or looks like one, where nobody said). */
export function columnsOf(
  lines: string[][],
  { header: wanted, unguard }: TableOptions,
): { columns: string[]; header: boolean } {
  const first = (lines[0] ?? []).map((name) => (unguard ? unguarded(name) : name));
  const header = wanted ?? looksLikeHeader(first);
  if (header) return { columns: distinct(first), header };
  const width = Math.max(...lines.slice(0, 100).map((line) => line.length));
  return { columns: Array.from({ length: width }, (_none, at) => `column_${at + 1}`), header };
}

/** All have names of their own, but for a first one: pandas writes its index without. */
function looksLikeHeader(cells: string[]): boolean {
  const named = cells[0]?.trim() === '' && cells.length > 1 ? cells.slice(1) : cells;
  const names = new Set(named);
  return names.size === named.length && !names.has('') && !named.some((cell) => NUMBER.test(cell.trim()));
}

/** Every column needs a name of its own: `name`, `name_2`; one without a name is called by its place. */
function distinct(names: string[]): string[] {
  const seen = new Set<string>();
  return names.map((given, at) => {
    const name = given.trim() === '' ? `column_${at + 1}` : given;
    let own = name;
    for (let more = 2; seen.has(own); more++) own = `${name}_${more}`;
    seen.add(own);
    return own;
  });
}
