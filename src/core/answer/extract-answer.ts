import { findFinalAnswer } from '../maths/final-answer';
import { segment } from '../maths/segment';

/** The answer that a text comes to, and by what sign it was found. */
export interface ExtractedAnswer {
  text: string;
  how: 'whole' | 'boxed' | 'hashes' | 'sentence' | 'formula' | 'number';
}

/** Longer texts than this have an answer somewhere in them, or none; in UTF-16 units. */
const LONGEST_WHOLE = 200;
/** An answer without a sign stands near the end. */
const LAST_PART = 4000;

/** Finds the answer as the public graders do: boxes, `####`, "the answer is", the last formula, the last number. */
export function extractAnswer(source: string): ExtractedAnswer | null {
  const text = withoutCheck(withoutThinking(source)).trim().replace(BOLD, '$1');
  if (text === '') return null;
  if (/^[-\d.]{1,40}$/.test(text)) return { text, how: 'whole' };
  const closing = closingSentence(text);
  if (closing !== null) return { text: withinSentence(closing, 'sentence'), how: 'sentence' };
  if (text.includes('\\boxed') || text.includes('\\fbox')) {
    const boxed = lastBoxes(text.slice(-LAST_PART * 10)) || lastBox(text);
    if (boxed !== '') return { text: boxed, how: 'boxed' };
  }
  if (text.length <= LONGEST_WHOLE && isBare(text)) return { text, how: 'whole' };
  if (text.length <= LONGEST_WHOLE && LEADING.test(text)) return { text: quantity(text), how: 'number' };
  const signed = findFinalAnswer(text.slice(-LAST_PART * 10));
  if (signed) return { text: withinSentence(signed.text, signed.how), how: signed.how };
  return lastFormula(text.slice(-LAST_PART)) ?? lastNumber(text.slice(-LAST_PART)) ?? { text, how: 'whole' };
}

/** `**42**`, all of it in Markdown's bold letters. */
const BOLD = /^\*\*([^*\n]+)\*\*$/;

/** The closing sentence that Minerva's prompt asks for (Lewkowycz et al. 2022). */
function closingSentence(text: string): string | null {
  const opening = 'The final answer is';
  const at = text.lastIndexOf(opening);
  const end = at < 0 ? -1 : text.indexOf('I hope it is correct', at);
  if (end < 0 || end - at > 400) return null;
  const said = text
    .slice(at + opening.length, end)
    .replace(/^\s*:?\s*/, '')
    .replace(/\.?\s*$/, '');
  return /\d|\$/.test(said) ? said : null;
}

/** What a model thought before it answered is not its answer. */
function withoutThinking(text: string): string {
  const end = text.lastIndexOf('</think>');
  return end < 0 || end + 8 >= text.length ? text : text.slice(end + 8);
}

/** What stands under `Check:` at the end proves the answer before it, unless an answer is named there. */
function withoutCheck(text: string): string {
  const at = text.search(CHECK);
  if (at < 0 || !/\d/.test(text.slice(0, at)) || NAMED_ANSWER.test(text.slice(at))) return text;
  return text.slice(0, at);
}

const CHECK = /\n[ \t]*(?:check(?:ing)?|verification|verifying|probe)[ \t]*:[ \t]*\n/i;
const NAMED_ANSWER = /\\f?box|####|answer|therefore|thus|hence/i;

function lastBox(text: string): string {
  const found = findFinalAnswer(text);
  return found?.how === 'boxed' ? found.text : '';
}

/** The boxes of the last sentence that has one: `\boxed{1}` and `\boxed{2}` are one answer. */
function lastBoxes(text: string): string {
  const boxes: { start: number; end: number; text: string }[] = [];
  for (let rest = text, tries = 0; tries < 8; tries += 1) {
    const found = findFinalAnswer(rest);
    if (found?.how !== 'boxed') break;
    const before = boxes[0];
    const between = before ? text.slice(found.end + 1, before.start) : '';
    if (before && !joins(between)) break;
    boxes.unshift({ start: found.start, end: found.end, text: found.text });
    rest = text.slice(
      0,
      Math.max(text.lastIndexOf('\\boxed', found.start), text.lastIndexOf('\\fbox', found.start), 0),
    );
  }
  const distinct = [...new Set(boxes.map((box) => box.text.trim()))];
  return distinct.length > 1 ? distinct.join(', ') : (distinct[0] ?? '');
}

/** Only a few words may stand between two boxes of one answer, or a comma and a name: `x = \boxed{3}` or `x = \boxed{5}`. */
function joins(between: string): boolean {
  const words = between.replace(/\\[a-zA-Z]*box\w*\s*\{?$/, '');
  return words.length < 40 && (!/[.\n]|[=<>]/.test(words) || NEXT_VALUE.test(words));
}

/** The end of a formula, what joins two values, and the beginning of another formula. */
const NEXT_VALUE =
  /^\}?\s*(?:\$|\\\)|\\\])*\s*(?:,\s*(?:and|or)?|;|and|or|\\text\{\s*(?:and|or)\s*\})\s*(?:\\q?quad\s*)*(?:\$|\\\(|\\\[)*\s*(?:\\?[A-Za-z]+(?:_\{?\w+\}?)?\s*=\s*)?$/;

/** A text that is an answer and no more: a formula, or a few words. */
function isBare(text: string): boolean {
  const words = text.replace(/\\[A-Za-z]+(?:\{[^{}]*\})?|\$[^$]*\$/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
  return (
    words.length <= 3 &&
    !text.includes('####') &&
    !saysInOtherWords(text) &&
    !/\b(?:is|are|we|thus|therefore|so|hence|get|answer|find|not|be)\b/i.test(words.join(' ')) &&
    !HAS_PROSE_AND_FORMULA.test(text)
  );
}

/** An answer within a sentence of another language. */
function saysInOtherWords(text: string): boolean {
  if (/[^\x20-\x7E\s]/.test(text))
    return /答案|故选|所以|因此|答[:：]|\p{Script=Han}{5}|ответ|réponse/iu.test(text);
  return /[a-z]{6}/.test(text) && /respuesta|antwort|resposta|risposta/i.test(text);
}

const HAS_PROSE_AND_FORMULA = /[A-Za-z]{3,}:?\s*(?:\$|\\\(|\\\[)[\s\S]*(?:\$|\\\)|\\\])\s*$/;

/** After "the answer is" stands the answer, in its formula if it has one. */
function withinSentence(text: string, how: ExtractedAnswer['how']): string {
  if (how === 'hashes') return LEADING.test(text) ? quantity(text) : text;
  const [, before = '', formula] =
    /^([^$\\]*)\$([^$]+)\$/.exec(text) ?? /^([^$\\]*)\\\(([\s\S]+?)\\\)/.exec(text) ?? [];
  if (formula !== undefined && before.trim().length < 30)
    return `${/^\s*-$/.test(before) ? '-' : ''}${formula}${/^\$?[\s\S]*\$\s*(?:%|percent)/.test(text) ? '%' : ''}`;
  const rest = text.replace(/\s*I hope it is correct[\s\S]*$/, '');
  return isBare(rest) ? rest : (lastNumber(rest)?.text ?? rest);
}

function lastFormula(text: string): ExtractedAnswer | null {
  const formulas = segment(text, 'markdown').filter(({ kind }) => kind === 'maths');
  const last = formulas.at(-1);
  if (!last || last.problem !== undefined) return lastRelation(text);
  const after = text.slice(last.end);
  if (/\d/.test(after.replace(/^[^.]*\(/, '')) && !/^\s*(?:%|percent|pct)/.test(after))
    return lastNumber(text);
  return { text: `${last.content.trim()}${/^\s*(?:%|percent|pct)/.test(after) ? '%' : ''}`, how: 'formula' };
}

/** A number and then only words. */
const LEADING = /^-?\$?-?[\d,]*\.?\d+(?:\s*%)?\s*(?:\/?[A-Za-z]|\d+-)[^=+*^\\]*$/;

/** `$16.00 on ice cream` is 16.00, as GSM8K's graders have it. */
function quantity(text: string): string {
  return /^-?\$?\s*-?\$?[\d,]*\.?\d+(?:\s*%)?/.exec(text)?.[0] ?? text;
}

function lastRelation(text: string): ExtractedAnswer | null {
  const found = [...text.matchAll(/(?<![A-Za-z])[A-Za-z]\s*(?:=|[<>≤≥]=?|\\[lg]e)\s*[-+]?[\w./^()]+/g)].at(
    -1,
  );
  return found && text.length < 500 ? { text: found[0], how: 'formula' } : null;
}

const NUMBER =
  /(?<![A-Za-z\d]|\bnot )[-−]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\s*\/\s*\d+)?(?:\s*\\?%)?/g;

function lastNumber(text: string): ExtractedAnswer | null {
  const last = [...text.matchAll(NUMBER)].at(-1);
  if (!last) return null;
  const spaced = /\d-$/.test(text.slice(Math.max(0, last.index - 1), last.index + 1));
  return { text: spaced ? last[0].slice(1) : last[0], how: 'number' };
}
