import type { Span } from './mark';

/** A part that is ringed, and as what. */
export interface Ring extends Span {
  /** A class of the ring; `ring` where missing. */
  look?: 'chosen' | 'picked';
}

/** Colours that no formula has: by them the parts to ring are found again in what was typeset. */
const SIGNS = [
  { look: undefined, tex: '#010203', css: 'rgb(1, 2, 3)' },
  { look: 'chosen', tex: '#010204', css: 'rgb(1, 2, 4)' },
  { look: 'picked', tex: '#010205', css: 'rgb(1, 2, 5)' },
] as const;

/** Of parts that overlap the one in hand is ringed, else the first. */
function apart(rings: readonly Ring[]): Ring[] {
  const picked = rings.filter(({ look }) => look === 'picked');
  const others = rings.filter(
    (ring) =>
      ring.look !== 'picked' && picked.every(({ start, end }) => start >= ring.end || end <= ring.start),
  );
  return [...picked, ...others].toSorted((a, b) => a.start - b.start);
}

/** A formula's source in which these parts (UTF-16 offsets) can be ringed once it is typeset. It may be one that cannot be typeset. */
export function withRings(tex: string, rings: readonly Ring[]): string {
  let [signed, at] = ['', 0];
  for (const { start, end, look } of apart(rings)) {
    if (start < at) continue; // it overlaps the one before
    signed += `${tex.slice(at, start)}{\\textcolor{${signOf(look)}}{${tex.slice(start, end)}}}`;
    at = end;
  }
  return signed + tex.slice(at);
}

function signOf(look: Ring['look']): string {
  return SIGNS.find((sign) => sign.look === look)?.tex ?? SIGNS[0].tex;
}

/** Rings the parts in what was typeset. Each stands in a group of its own. */
export function drawRings(node: HTMLElement): void {
  const coloured = [...node.querySelectorAll<HTMLElement>('[style*="color"]')];
  const signed = SIGNS.map(({ css }) => coloured.filter(({ style }) => style.color === css));
  for (const part of signed.flat()) part.style.color = '';
  for (const [at, parts] of signed.entries())
    for (const part of parts)
      if (!parts.some((other) => other === part.parentElement)) ring(part, SIGNS[at]?.look);
}

function ring({ parentElement }: HTMLElement, look: Ring['look']): void {
  parentElement?.classList.add(look ?? 'ring');
}
