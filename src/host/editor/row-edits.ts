import type { Splice } from '../../core/edit/piece';
import {
  duplicateRows,
  insertRows,
  moveRows,
  removeFieldOf,
  setField,
  setFieldJson,
  setSource,
} from '../../core/edit/row-changes';
import type { RowChange } from '../../core/edit/row-changes';
import { ofSeenNumbers, ofSeenRow } from '../../core/edit/seen-rows';
import { pathText } from '../../core/row/json';
import type { RowEdit, SeenRow } from '../../protocol/row-edit';

/** The change that an edit asks for, and what the Edit menu calls it. */
export function changeOf(edit: RowEdit): { change: RowChange; label: string } {
  switch (edit.kind) {
    case 'value':
      return named(`Edit ${pathText(edit.path)}`, edit.row, setField(edit.row.number, edit.path, edit.value));
    case 'json':
      return named(
        `Edit ${pathText(edit.path)}`,
        edit.row,
        setFieldJson(edit.row.number, edit.path, edit.json),
      );
    case 'removeField':
      return named(`Remove ${pathText(edit.path)}`, edit.row, removeFieldOf(edit.row.number, edit.path));
    case 'text':
      return named('Edit Row', edit.row, setSource(edit.row.number, edit.text));
    case 'add':
      return { label: 'Add Row', change: insertRows(edit.at, [edit.text]) };
    case 'duplicate':
      return named('Duplicate Row', edit.row, duplicateRows(edit.row.number, 1));
    case 'delete':
      return {
        label: edit.rows.length === 1 ? 'Delete Row' : 'Delete Rows',
        change: ofSeenNumbers(edit.numbering, deleteEach(edit.rows)),
      };
    case 'move':
      return named('Move Row', edit.row, moveBy(edit.row.number, edit.by));
  }
}

/** A change of a row that is still the one that was seen. */
function named(label: string, seen: SeenRow, change: RowChange): { label: string; change: RowChange } {
  return { label, change: ofSeenRow(seen, change) };
}

function deleteEach(numbers: number[]): RowChange {
  return async ({ rowCount }) => {
    const splices: Splice[] = [];
    for (const at of [...new Set(numbers)].toSorted((a, b) => b - a)) {
      const last = splices.at(-1);
      if (at >= rowCount)
        throw new RangeError(`There is no row ${at + 1}: the dataset has ${rowCount} rows.`);
      if (last && last.at === at + 1) splices[splices.length - 1] = { ...last, at, remove: last.remove + 1 };
      else splices.push({ at, remove: 1, insert: [] });
    }
    return splices;
  };
}

function moveBy(number: number, by: number): RowChange {
  return async (rows) => {
    const to = number + by;
    return to < 0 || to >= rows.rowCount ? [] : moveRows(number, 1, to)(rows);
  };
}
