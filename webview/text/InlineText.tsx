import type { ComponentChildren } from 'preact';
import { unmask } from '../../src/core/maths/markdown-mask';
import { IMAGE_SIGN, imageSigns, placeKey } from '../../src/core/profile/placed-images';
import type { JsonPath } from '../../src/core/row/json';
import { PlacedPicture } from '../pictures/PlacedPicture';
import type { Segment } from '../../src/core/maths/text-segment';
import { Formula } from './Formula';
import type { Mark, Span } from './mark';

/** A text being drawn, with all that is known of it. */
export interface DrawnText {
  text: string;
  /** The same, with formulas and traps masked: what Markdown saw. */
  masked: string;
  segments: Segment[];
  marks: Mark[];
  inline: boolean;
  /** The field that it is of, and where in it; null where that is not known. */
  place: { path: JsonPath; start: number } | null;
  /** How many blocks and marks of Markdown lie around. */
  depth: number;
}

/**
 * The part of a text from `start` to `end`, formulas drawn. `prose` replaces the prose where Markdown changed it
 * (an escape, an entity) and offsets inside it no longer hold.
 */
export function InlineText(props: {
  in: DrawnText;
  start: number;
  end: number;
  prose?: string;
}): ComponentChildren {
  const { in: drawn, start, end, prose } = props;
  return piecesBetween(drawn.segments, start, end).map((piece) => {
    const { segment, from, to } = piece;
    if (segment.kind === 'maths') {
      return marked(
        drawn,
        from,
        to,
        <Formula
          tex={segment.content}
          display={segment.display && !drawn.inline}
          problem={segment.problem}
        />,
      );
    }
    if (segment.kind === 'calculation') {
      return marked(drawn, from, to, <span class="calculation">{segment.content}</span>);
    }
    if (segment.kind === 'drawing') return marked(drawn, from, to, <Drawing source={segment.content} />);
    if (segment.kind === 'code') return proseBetween(drawn, from, to, prose);
    return withPictures(drawn, from, to, prose);
  });
}

/** Prose, with its images where they stand. */
function withPictures(drawn: DrawnText, from: number, to: number, prose?: string): ComponentChildren {
  const signs = drawn.place ? imageSigns(drawn.text.slice(from, to)) : [];
  if (signs.length === 0 || !drawn.place) return proseBetween(drawn, from, to, prose);
  const { path, start } = drawn.place;
  const changed = prose === undefined ? undefined : prose.split(IMAGE_SIGN);
  const parts: ComponentChildren[] = [];
  let at = from;
  for (const [index, sign] of signs.entries()) {
    parts.push(proseBetween(drawn, at, from + sign.start, changed?.[index]));
    parts.push(<PlacedPicture place={placeKey(path, start + from + sign.start)} sign={sign.sign} />);
    at = from + sign.end;
  }
  return [...parts, proseBetween(drawn, at, to, changed?.[signs.length])];
}

function proseBetween(drawn: DrawnText, from: number, to: number, prose?: string): ComponentChildren {
  if (prose !== undefined) return marked(withoutQuantities(drawn), from, to, prose); // their places are not known
  return cutAtMarks(drawn, from, to).map((cut) =>
    marked(drawn, cut.start, cut.end, lines(unmask(drawn.masked.slice(cut.start, cut.end)))),
  );
}

interface Piece {
  segment: Segment;
  from: number;
  to: number;
}

/** The segments that touch a range, cut to it; a formula is never cut. */
function piecesBetween(segments: Segment[], start: number, end: number): Piece[] {
  return segments
    .filter((segment) => segment.end > start && segment.start < end)
    .map((segment) => ({ segment, from: Math.max(segment.start, start), to: Math.min(segment.end, end) }));
}

/** Cuts prose where a mark begins or ends. */
function cutAtMarks({ marks }: DrawnText, start: number, end: number): Span[] {
  if (marks.length === 0) return [{ start, end }];
  const cuts = marks.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end);
  const bounds = [start, ...[...new Set(cuts)].toSorted((a, b) => a - b), end];
  return bounds.slice(0, -1).map((from, at) => ({ start: from, end: bounds[at + 1] ?? end }));
}

function withoutQuantities(drawn: DrawnText): DrawnText {
  return { ...drawn, marks: drawn.marks.filter(({ kind }) => kind === 'wrong' || kind === 'found') };
}

const QUANTITY_KINDS = ['differs', 'kept'] as const;

/** What is drawn of a part of a text, with the marks that touch it. */
export function marked(
  { marks }: DrawnText,
  start: number,
  end: number,
  content: ComponentChildren,
): ComponentChildren {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
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
  return quantity ? <span class={`quantity ${quantity}`}>{found}</span> : found;
}

/** A line break in a solution means one. */
function lines(text: string): ComponentChildren {
  const parts = text.split('\n');
  return parts.length === 1 ? text : parts.flatMap((part, at) => (at === 0 ? [part] : [<br />, part]));
}

function Drawing({ source }: { source: string }) {
  return (
    <details class="drawing">
      <summary>Drawing in Asymptote (not run)</summary>
      <code>{source.trim()}</code>
    </details>
  );
}
