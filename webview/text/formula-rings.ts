import type { Span } from './mark';

/** A colour that no formula has: by it the parts to ring are found again in what was typeset. */
const SIGN = { tex: '#010203', css: 'rgb(1, 2, 3)' };

/** A formula's source in which these parts (UTF-16 offsets) can be ringed once it is typeset. It may be one that cannot be typeset. */
export function withRings(tex: string, rings: readonly Span[]): string {
  let [signed, at] = ['', 0];
  for (const { start, end } of rings.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue; // it overlaps the one before
    signed += `${tex.slice(at, start)}{\\textcolor{${SIGN.tex}}{${tex.slice(start, end)}}}`;
    at = end;
  }
  return signed + tex.slice(at);
}

/** Rings the parts in what was typeset. Each stands in a group of its own. */
export function drawRings(node: HTMLElement): void {
  const signed = [...node.querySelectorAll<HTMLElement>('[style*="color"]')].filter(
    ({ style }) => style.color === SIGN.css,
  );
  for (const part of signed) part.style.color = '';
  for (const part of signed) if (!signed.some((other) => other === part.parentElement)) ring(part);
}

function ring({ parentElement }: HTMLElement): void {
  parentElement?.classList.add('ring');
}
