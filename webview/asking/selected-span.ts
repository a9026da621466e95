import { formulaParts } from '../../src/core/maths/formula-parts';
import type { FormulaPart } from '../../src/core/maths/formula-parts';
import type { Segment } from '../../src/core/maths/text-segment';
import type { SourceText } from '../../src/core/profile/reading';
import { katexNodes } from '../text/katex-nodes';
import type { Span } from '../text/mark';
import { parseText } from '../text/parsed-text';
import { katexOptions } from '../text/typeset';

/** Signs of Markdown that may stand between two letters of a text that is drawn. */
const SKIPPED = 12;

/**
 * What of a text is marked by the pointer where it is drawn below `root`: UTF-16 offsets in the source, in a formula those of its terms.
 * Null where nothing of it is.
 */
export function selectedSpan(
  root: Element,
  source: Pick<SourceText, 'text' | 'dialect'>,
  range: Range,
): Span | null {
  const formulas = parseText(source).segments.filter(({ kind }) => kind === 'maths');
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Span[] = [];
  let [at, formula] = [0, null as Element | null];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const within = node.parentElement?.closest('.formula') ?? null;
    if (within) {
      const part = within === formula ? undefined : formulas.shift();
      formula = within;
      if (!part) continue;
      at = part.end;
      if (range.intersectsNode(within)) found.push(spanInFormula(within, part, source.text, range));
      continue;
    }
    const places = placesOf(node.textContent ?? '', source.text, at);
    at = (places.at(-1) ?? at - 1) + 1;
    const [from, to] = selectedIn(node, range);
    const [first, last] = [places[from], places[to - 1]];
    if (to > from && first !== undefined && last !== undefined) found.push({ start: first, end: last + 1 });
  }
  const [first, last] = [found[0], found.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** Where in the source each letter of a drawn text stands: it is the source without signs of Markdown. */
function placesOf(drawn: string, text: string, from: number): number[] {
  let at = from;
  return drawn.split('').map((letter) => {
    const next = text.indexOf(letter, at);
    if (next !== -1 && next - at <= SKIPPED) at = next + 1;
    return Math.max(from, at - 1);
  });
}

function selectedIn(node: Node, range: Range): [number, number] {
  const length = node.textContent?.length ?? 0;
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : length,
  ];
}

/** The terms of a formula that are marked; all of it where they cannot be told. */
function spanInFormula(formula: Element, part: Segment, text: string, range: Range): Span {
  const whole = { start: part.start, end: part.end };
  const at = text.slice(part.start, part.end).indexOf(part.content);
  const shown = textNodes(formula);
  const terms = at === -1 ? null : termsOfNodes(part.content, part.display);
  if (!terms || terms.length !== shown.length) return whole;
  const marked = shown.map((node) => {
    const [from, to] = selectedIn(node, range);
    return to > from;
  });
  if (marked.every(Boolean)) return whole;
  const spans = terms.flatMap((term, place) => (marked[place] && term ? [term] : []));
  if (spans.length === 0) return whole;
  const from = part.start + at;
  return {
    start: from + Math.min(...spans.map(({ start }) => start)),
    end: from + Math.max(...spans.map(({ end }) => end)),
  };
}

function textNodes(formula: Element): Node[] {
  const html = formula.querySelector('.katex-html');
  const nodes: Node[] = [];
  if (!html) return nodes;
  const walker = html.ownerDocument.createTreeWalker(html, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}

/** Their limits stand elsewhere once they are in a group. */
const WITH_LIMITS = /^\\(?:sum|prod|coprod|lim|limsup|liminf|max|min|sup|inf|gcd|det|Pr|arg|big\w+|o?i*nt)\b/;

/**
 * The term that each text of a typeset formula belongs to, in their order; null for signs that are none. Every term is typeset in a
 * colour of its own, and so found again. Null where that cannot be typeset.
 */
function termsOfNodes(tex: string, display: boolean): (FormulaPart | null)[] | null {
  const leaves = leavesOf(formulaParts(tex)).filter(({ start }) => !WITH_LIMITS.test(tex.slice(start)));
  let [coloured, at] = ['', 0];
  for (const [place, { start, end }] of leaves.entries()) {
    coloured += `${tex.slice(at, start)}{\\textcolor{${colourOf(place).tex}}{${tex.slice(start, end)}}}`;
    at = end;
  }
  const box = document.createElement('span');
  try {
    box.append(katexNodes(coloured + tex.slice(at), katexOptions(display, false)));
  } catch {
    return null; // a term that cannot stand alone: the formula is taken as one
  }
  const byColour = new Map(leaves.map((leaf, place) => [colourOf(place).css, leaf]));
  return textNodes(box).map((node) => {
    for (let element = node.parentElement; element; element = element.parentElement) {
      const leaf = byColour.get(element.style.color);
      if (leaf) return leaf;
    }
    return null;
  });
}

function leavesOf(parts: readonly FormulaPart[]): FormulaPart[] {
  return parts.flatMap((part) => (part.parts.length === 0 ? [part] : leavesOf(part.parts)));
}

function colourOf(place: number): { tex: string; css: string } {
  const [green, blue] = [(place >> 8) & 255, place & 255];
  const hex = [2, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  return { tex: `#${hex}`, css: `rgb(2, ${green}, ${blue})` };
}
