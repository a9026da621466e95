/** A press on an act leaves the focus on the rows of a table or group, so that the next key is theirs. */
export function keepFocus(event: MouseEvent): void {
  if (document.activeElement?.closest('[role=grid], .member')) event.preventDefault();
}
