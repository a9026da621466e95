import type { Dialect } from '../../maths/dialect';
import type { JsonPath } from '../../row/json';
import type { Turn } from '../reading';
import type { Decoder } from './decoder';
import { isLesson, isOfLesson } from './lesson';
import { readTurns } from './messages';
import { sourceText } from './source-text';

/** A dialogue in one text, as it is put before a model: `<|im_start|>user`, `[INST]`, `### Human:`, `Problem: ... Solution: ...`, or who speaks on a line alone. */
export const decodeTranscript: Decoder = (decoding) => {
  const { value, path, rule } = decoding;
  if (typeof value !== 'string') return null;
  const turns = turnsIn(value, path, rule.dialect);
  const speakers = turns.map(({ speaker }) => speaker);
  return speakers.includes('user') || isLesson(speakers) ? readTurns(turns, decoding) : null;
};

/** Whether a text begins with a turn, and somebody is asked in it. */
export function isTranscript(text: string): boolean {
  const [first, ...more] = marksIn(text);
  if (!first || text.slice(0, first.index).replace(SIGNS, '').replace(PREAMBLE, '').trim() !== '')
    return false;
  const speakers = [first, ...more].map(speakerOf);
  if (isLesson(speakers)) return true;
  return speakers.includes('user') && (more.length > 0 || first[0].startsWith('<'));
}

const NAMES =
  'system|user|human|instruction|question|problem|exercise|assistant|gpt|model|bot|response|solution|answer|teacher|student|tutor|learner|pupil';
/** What begins a turn, with its speaker: signs of chat templates anywhere, headings and plain names at the beginning of a line. */
const TURN = new RegExp(
  [
    String.raw`(?:<\|im_start\|>|<start_of_turn>)\s*(?<a>${NAMES})\s*\n`,
    String.raw`<\|start_header_id\|>\s*(?<b>${NAMES})\s*<\|end_header_id\|>`,
    String.raw`<[|｜](?<c>${NAMES})[|｜]>`,
    String.raw`(?<d>\[/?INST\])`,
    String.raw`(?<=^|\n|\|EOM\|)(?:(?:#{1,4} *|\*\*)(?<e>${NAMES})\s*:?(?:\*\*:?)?|(?:the )?(?<f>${NAMES}):)[ \t]*(?=\S|\n|$)`,
    String.raw`(?<=^|\n)(?<h>system|user|assistant)[ \t]*(?:\n|$)`,
    String.raw`(?<=\|EOM\|)(?<g>[\p{L}'-]{1,20}):[ \t]*`,
  ].join('|'),
  'giu',
);
/** What Alpaca's template begins with. */
const PREAMBLE = /^\s*Below is an instruction\b[^\n]*/;
/** Signs of templates that are no part of what is said. */
const SIGNS =
  /\|EOM\||<\|(?:im_end|eot_id|end|endoftext|begin_of_text)\|>|<end_of_turn>|<bos>|<eos>|<\/?s>|<｜[^｜>]*｜>/g;

function turnsIn(text: string, path: JsonPath, dialect: Dialect): Turn[] {
  const marks = marksIn(text);
  const before = said(text, 0, PREAMBLE.exec(text)?.[0].length ?? 0);
  const told =
    before.end > before.start
      ? [{ speaker: 'system', source: sourceText(path, text, dialect, before.start, before.end) }]
      : [];
  const turns = marks.flatMap((mark, at): Turn[] => {
    const { start, end } = said(text, mark.index + mark[0].length, marks[at + 1]?.index ?? text.length);
    if (start === end) return [];
    return [{ speaker: speakerOf(mark), source: sourceText(path, text, dialect, start, end) }];
  });
  return [...told, ...turns];
}

/** Turns begin as the first one does. By names alone, `Answer:` within what the assistant says begins none. */
function marksIn(text: string): RegExpExecArray[] {
  const all = [...text.matchAll(TURN)];
  const style = all[0] && styleOf(all[0]);
  const alike = all.filter((mark) => styleOf(mark) === style);
  if (style === 'sign') return alike;
  return alike.filter((mark, at) => at === 0 || speakerOf(mark) !== speakerOf(alike[at - 1] ?? mark));
}

function styleOf({ groups = {} }: RegExpExecArray): 'sign' | 'heading' | 'name' | 'line' {
  if (groups['h'] !== undefined) return 'line';
  if (groups['f'] !== undefined) return 'name';
  if (groups['g'] !== undefined) return 'name'; // MathDial's students have names
  return groups['e'] === undefined ? 'sign' : 'heading';
}

function speakerOf({ groups = {} }: RegExpExecArray): string {
  if (groups['g'] !== undefined) return 'student';
  const name = (
    groups['a'] ??
    groups['b'] ??
    groups['c'] ??
    groups['d'] ??
    groups['e'] ??
    groups['f'] ??
    groups['h'] ??
    ''
  ).toLowerCase();
  if (name === 'system' || isOfLesson(name)) return name;
  return /^(?:user|human|instruction|question|problem|exercise|\[inst\])$/.test(name) ? 'user' : 'assistant';
}

/** A turn without white space and signs at its ends. */
function said(text: string, from: number, to: number): { start: number; end: number } {
  const part = text.slice(from, to);
  const sign = part.search(SIGNS);
  const kept = sign > 0 && part.slice(sign).replace(SIGNS, '').trim() === '' ? part.slice(0, sign) : part;
  const inside = kept.trim();
  const start = from + kept.indexOf(inside);
  return { start, end: start + inside.length };
}
