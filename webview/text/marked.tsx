import type { ComponentChildren } from 'preact';
import type { Mark } from './mark';

const QUANTITY_KINDS = ['differs', 'kept'] as const;

/** What is drawn of a part of a text, with the marks that touch it. */
export function marked(
  marks: readonly Mark[],
  start: number,
  end: number,
  content: ComponentChildren,
): ComponentChildren {
  const kinds = marks.filter((mark) => mark.start < end && mark.end > start).map(({ kind }) => kind);
  const found = kinds.includes('found') ? <mark class="found">{content}</mark> : content;
  if (kinds.includes('wrong')) return <span class="span">{found}</span>;
  const quantity = QUANTITY_KINDS.find((kind) => kinds.includes(kind));
  return quantity ? <span class={`quantity ${quantity}`}>{found}</span> : found;
}
