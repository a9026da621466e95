/** A press on an act leaves the focus on the table's rows, so that the next key is theirs. */
export function keepFocus(event: MouseEvent): void {
  if (document.activeElement?.closest('[role=grid]')) event.preventDefault();
}
