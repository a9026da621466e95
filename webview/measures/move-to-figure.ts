/** Gives the focus to the next or previous number that leads to rows, in the order of the page. */
export function moveToFigure(by: 1 | -1): void {
  const figures = [...document.querySelectorAll<HTMLElement>('button.figure')];
  const at = figures.findIndex((figure) => figure === document.activeElement);
  const to = at === -1 ? (by === 1 ? 0 : figures.length - 1) : at + by;
  const figure = figures[Math.max(0, Math.min(to, figures.length - 1))];
  figure?.focus();
  figure?.scrollIntoView({ block: 'nearest' });
}
