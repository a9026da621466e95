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
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const rest = here.find(({ kind }) => kind === 'rest');
  if (rest) {
    const others = marks.filter((mark) => mark !== rest);
    return (
      <span class={`rest ${rest.start >= start ? 'first' : ''}`}>{marked(others, start, end, content)}</span>
    );
  }
  const kinds = here.map(({ kind }) => kind);
  const doubted = here.find(({ kind }) => kind === 'finding');
  const checked = doubted ? (
    <span class="doubted" title={doubted.says}>
      {content}
    </span>
  ) : (
    content
  );
  const found = kinds.includes('found') ? <mark class="found">{checked}</mark> : checked;
  if (kinds.includes('wrong')) return <span class="span">{found}</span>;
  const quantity = QUANTITY_KINDS.find((kind) => kinds.includes(kind));
  if (quantity) return <span class={`quantity ${quantity}`}>{found}</span>;
  return besideItem(here, start, found);
}

/** Beside an item of a benchmark: what is the same, with a number where it begins, and numbers that differ. */
function besideItem(here: readonly Mark[], start: number, content: ComponentChildren): ComponentChildren {
  const ringed = here.some(({ kind }) => kind === 'ring') ? <span class="ring">{content}</span> : content;
  const run = here.find(({ kind }) => kind === 'same');
  if (!run) return ringed;
  const begins = run.number !== undefined && run.start >= start;
  return (
    <span class="run">
      {begins && <sup>{run.number}</sup>}
      {ringed}
    </span>
  );
}
