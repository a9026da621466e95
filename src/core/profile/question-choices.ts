import type { Choice, Reading, SourceText } from './reading';

/** Where a choice begins: `(A)` anywhere, `A.`, `A)`, `A:` after white space. */
const MARK = /\(([A-J])\)\s*|(?<![^\s])([A-J])\s*[).:、．]\s*/gu;
/** An answer that names choices and is nothing else: `B`, `(B)`, `AC`, `A, C`. */
const LETTERS = /^\(?[A-J](?:\s*[,;&、]?\s*[A-J])*\)?\.?$/;
const FEWEST = 3;

interface Mark {
  label: string;
  start: number;
  end: number;
}

/**
 * Choices that stand at the end of the question's own text, as `(A) 4 (B) 5 (C) 6`, where the answer is a letter and no field has them:
 * they are taken out of the problem, each at its place in the field.
 */
export function takeQuestionChoices(reading: Reading): void {
  const { problem, answers, choices } = reading;
  const last = problem.at(-1);
  if (!last || choices.length > 0 || answers.length === 0) return;
  if (!answers.every(({ text }) => LETTERS.test(text.trim()))) return;
  const marks = lastRun(last.text);
  const first = marks[0];
  if (!first || first.start === 0) return;
  choices.push(...marks.map((mark, at) => choiceAt(last, mark, marks[at + 1]?.start ?? last.text.length)));
  problem[problem.length - 1] = part(last, 0, last.text.slice(0, first.start).trimEnd().length);
}

/** The last marks A, B, C and on, each after the one before it; none where there are fewer than three. */
function lastRun(text: string): Mark[] {
  const marks = [...text.matchAll(MARK)].map(({ 0: whole, 1: bracketed, 2: bare, index }) => ({
    label: bracketed ?? bare ?? '',
    start: index,
    end: index + whole.length,
  }));
  const from = marks.findLastIndex(({ label }) => label === 'A');
  const run = from === -1 ? [] : marks.slice(from);
  const inOrder = run.every(({ label }, at) => label === String.fromCharCode(65 + at));
  return inOrder && run.length >= FEWEST ? run : [];
}

function choiceAt(source: SourceText, { label, end }: Mark, until: number): Choice {
  const inside = source.text.slice(end, until).replace(/[\s;,]+$/, '');
  return { label, source: part(source, end, end + inside.length), medium: null, right: null };
}

/** A part of a text, at its place in the field. */
function part(source: SourceText, from: number, to: number): SourceText {
  const { start, text } = source;
  return { ...source, text: text.slice(from, to), start: start + from, end: start + to };
}
