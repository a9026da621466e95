import type { TraceCut } from '../annotation/event';
import type { SourceText, Step, Trace } from '../profile/reading';
import { cutPlaces } from './cut-places';

/** A step of the dataset, or a piece of one. UTF-16 offsets in that step's text. */
interface Part {
  /** 0-based */
  step: number;
  from: number;
  to: number;
}

const known = new WeakMap<Trace, Map<string, Trace>>();

/**
 * The trace (as the dataset has it) in the steps that an annotator cuts it into. What a formula or a block of code would be cut by, and
 * what is beyond the trace, is left out. The same cut gives the same object.
 */
export function cutTrace(trace: Trace, cut: TraceCut): Trace {
  const cuts = known.get(trace) ?? new Map<string, Trace>();
  known.set(trace, cuts);
  const name = JSON.stringify(cut);
  const made = cuts.get(name) ?? cutAnew(trace, cut);
  cuts.set(name, made);
  return made;
}

function cutAnew(trace: Trace, cut: TraceCut): Trace {
  const splits = trace.steps.map((step, at) => splitsOf(step, at, cut));
  const parts = trace.steps.flatMap((step, at) => partsOf(step, at, splits[at] ?? []));
  const groups: Part[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last && part.from === 0 && cut.joins.includes(part.step)) last.push(part);
    else groups.push([part]);
  }
  if (groups.length === trace.steps.length && groups.every(([part]) => part?.from === 0)) return trace;
  return { ...trace, uncut: trace, steps: groups.flatMap((group) => stepOf(trace, group, splits) ?? []) };
}

function splitsOf(step: Step, at: number, cut: TraceCut): number[] {
  const wanted = new Set(cut.splits.flatMap((split) => (split.step === at ? [split.at] : [])));
  if (wanted.size === 0) return [];
  return cutPlaces(step).flatMap((place) => (wanted.has(place.at) ? [place.at] : []));
}

function partsOf({ source: { text } }: Step, step: number, splits: readonly number[]): Part[] {
  const bounds = [0, ...splits, text.length];
  return bounds.slice(0, -1).map((from, at) => ({ step, from, to: bounds[at + 1] ?? from }));
}

function stepOf(trace: Trace, parts: readonly Part[], splits: readonly number[][]): Step | null {
  const pieces = parts.flatMap((part) => pieceOf(trace, part) ?? []);
  const named = pieces.map((piece, at): Step => {
    const [begin, end] = [parts[at], at === 0 ? parts.at(-1) : parts[at]];
    if (!begin || !end) return piece;
    const isWhole = begin === end && piece === trace.steps[begin.step];
    const cut = {
      ...{ step: begin.step, name: nameOf(begin, end, splits) },
      ...(isWhole ? {} : { piece: { from: begin.from, to: { step: end.step, at: end.to } } }),
    };
    return { ...piece, cut };
  });
  const [first, ...rest] = named;
  return first ? { ...first, ...(rest.length > 0 ? { joined: rest } : {}) } : null;
}

/** What stands above a step stays with its first piece, what stands below it with its last. */
function pieceOf({ steps }: Trace, { step, from, to }: Part): Step | null {
  const whole = steps[step];
  if (!whole) return null;
  const { source, wrong, uses, speaker, within } = whole;
  const [isFirst, isLast] = [from === 0, to === source.text.length];
  if (isFirst && isLast) return whole;
  const text = sliceOf(source, from, to);
  const offset = text.start - source.start;
  const piece: Step = {
    ...(isLast ? whole : {}),
    ...{ source: text, uses },
    wrong: wrong.flatMap(({ start, end }) => {
      const [least, most] = [Math.max(0, start - offset), Math.min(text.text.length, end - offset)];
      return least < most ? [{ start: least, end: most }] : [];
    }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(within === undefined ? {} : { within }),
  };
  if (isFirst) {
    if (whole.heading !== undefined) piece.heading = whole.heading;
    if (whole.subQuestion) piece.subQuestion = whole.subQuestion;
  } else {
    delete piece.heading;
    delete piece.subQuestion;
  }
  return piece;
}

/** A part of a text, without the white space around it. */
function sliceOf(source: SourceText, from: number, to: number): SourceText {
  const part = source.text.slice(from, to);
  const text = part.trim();
  const start = source.start + from + part.length - part.trimStart().length;
  return { ...source, start, end: start + text.length, text };
}

function nameOf(begin: Part, end: Part, splits: readonly number[][]): string {
  const from = `${begin.step + 1}${letterOf(begin, splits)}`;
  return begin.step === end.step ? from : `${from}–${end.step + 1}${letterOf(end, splits)}`;
}

/** `a` is the first piece of a step; a step that is in one piece has no letter. */
function letterOf({ step, from }: Part, splits: readonly number[][]): string {
  const own = splits[step] ?? [];
  return own.length === 0 ? '' : String.fromCharCode(97 + (own.filter((at) => at <= from).length % 26));
}
