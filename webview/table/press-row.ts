import type { TableSession } from '../table-session';

/** A row was pressed: that puts the cursor there, selects, or (twice) opens. */
export function pressRow(table: TableSession, event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const position = Number(target.closest<HTMLElement>('[data-position]')?.dataset['position'] ?? -1);
  if (position < 0) return;
  const onBox = target.closest('.select') !== null;
  if (event.type === 'dblclick') return void (onBox || event.shiftKey || table.openRow());
  if (event.shiftKey) return void table.selectTo(position);
  if (onBox || event.ctrlKey || event.metaKey) return void table.toggleSelected(position);
  table.goTo(position);
}
