import type { ComponentChildren } from 'preact';
import { unmask } from '../../src/core/maths/markdown-mask';
import { picturesIn } from '../../src/core/maths/pictures';
import { IMAGE_SIGN, imageSigns, placeKey } from '../../src/core/profile/placed-images';
import type { JsonPath } from '../../src/core/row/json';
import { PlacedPicture } from '../pictures/PlacedPicture';
import type { Segment } from '../../src/core/maths/text-segment';
import { CodeCells, cellOf, marksWithin } from './CodeCells';
import { Formula } from './Formula';
import type { Ring } from './formula-rings';
import type { Mark, Span } from './mark';
import { marked } from './marked';

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
      const rings = ringsWithin(drawn, segment);
      return marked(
        rings ? withoutRings(drawn.marks) : drawn.marks,
        from,
        to,
        <Formula
          tex={segment.content}
          display={segment.display && !drawn.inline}
          problem={segment.problem}
          rings={rings}
        />,
      );
    }
    if (segment.kind === 'calculation') {
      return marked(drawn.marks, from, to, <span class="calculation">{segment.content}</span>);
    }
    if (segment.kind === 'drawing')
      return marked(
        drawn.marks,
        from,
        to,
        <Drawing written={drawn.text.slice(from, to)} source={segment.content} />,
      );
    if (segment.cell && !drawn.inline)
      return <CodeCells {...cellOf(segment)} marks={marksWithin(drawn.marks, segment.cell.from)} />;
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
  if (prose !== undefined) return marked(withoutQuantities(drawn.marks), from, to, prose); // their places are not known
  return cutAtMarks(drawn, from, to).map((cut) =>
    marked(drawn.marks, cut.start, cut.end, lines(unmask(drawn.masked.slice(cut.start, cut.end)))),
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

/** The ringed parts of a formula, as offsets in its source; undefined where none is, or all of it. */
function ringsWithin({ text, marks }: DrawnText, { start, end, content }: Segment): Ring[] | undefined {
  const ringed = marks.filter((mark) => isRing(mark) && mark.start < end && mark.end > start);
  const at = ringed.length === 0 ? -1 : text.slice(start, end).indexOf(content);
  if (at === -1) return undefined;
  const from = start + at;
  const inside = ringed.map((mark) => ({
    start: Math.max(0, mark.start - from),
    end: Math.min(content.length, mark.end - from),
    ...(mark.kind === 'chosen' || mark.kind === 'picked' ? { look: mark.kind } : {}),
  }));
  const isWhole = inside.every((ring) => ring.end - ring.start === content.length);
  if (isWhole) return undefined;
  return inside.filter((ring) => ring.end > ring.start && ring.end - ring.start < content.length);
}

function withoutRings(marks: Mark[]): Mark[] {
  return marks.filter((mark) => !isRing(mark));
}

function isRing({ kind }: Mark): boolean {
  return kind === 'ring' || kind === 'chosen' || kind === 'picked';
}

function withoutQuantities(marks: Mark[]): Mark[] {
  return marks.filter(({ kind }) => kind === 'wrong' || kind === 'found');
}

/** A line break in a solution means one. */
function lines(text: string): ComponentChildren {
  const parts = text.split('\n');
  return parts.length === 1 ? text : parts.flatMap((part, at) => (at === 0 ? [part] : [<br />, part]));
}

function Drawing({ written, source }: { written: string; source: string }) {
  return (
    <details class="drawing">
      <summary>Picture in {picturesIn(written)[0]?.language ?? 'LaTeX'} (not drawn)</summary>
      <code>{source.trim()}</code>
    </details>
  );
}
