import type { Wanted } from './query';

/** How texts are compared in a query. */
export interface TextRule {
  matchCase: boolean;
  wholeWord: boolean;
}

/** Wanted text, and not a number or a presence. */
export type WantedText = Extract<Wanted, { kind: 'has' | 'is' | 'matches' }>;

/** Part of a word; Chinese and Japanese signs are words of their own. */
const WORD_SIGN = /^(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])[\p{L}\p{M}\p{N}_]$/u;

/** A test of one text. A regular expression that gives up (too deep for the engine) does not match. */
export function textTest(want: WantedText, rule: TextRule): (text: string) => boolean {
  const pattern = patternOf(want, rule);
  if (want.kind === 'has' && rule.wholeWord) return (text) => !wordsIn(text, pattern).next().done;
  if (want.kind === 'has' && isCaseless(want.text, rule)) return (text) => text.includes(want.text);
  return (text) => {
    try {
      return pattern.test(text);
    } catch {
      return false;
    }
  };
}

/** The places (UTF-16) where a text has what is wanted; empty ones are left out. */
export function* placesIn(
  text: string,
  want: WantedText,
  rule: TextRule,
): Generator<{ start: number; end: number }> {
  const pattern = patternOf(want, rule, 'g');
  const found = want.kind === 'has' && rule.wholeWord ? wordsIn(text, pattern) : matchesIn(text, pattern);
  for (const place of found) if (place.end > place.start) yield place;
}

/**
 * Case is folded as JavaScript does it without the flag u: sign by sign, and never between ASCII and other signs. So a match
 * has the length of what is wanted, and the prefilter can rely on ASCII bytes.
 */
function patternOf(want: WantedText, { matchCase }: TextRule, flags = ''): RegExp {
  if (want.kind === 'matches') return new RegExp(want.source, want.flags + flags);
  const source = escaped(want.text);
  return new RegExp(want.kind === 'is' ? `^${source}$` : source, (matchCase ? '' : 'i') + flags);
}

function isCaseless(text: string, { matchCase }: TextRule): boolean {
  return matchCase || (text.toLowerCase() === text && text.toUpperCase() === text);
}

function escaped(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r');
}

function* matchesIn(text: string, pattern: RegExp): Generator<{ start: number; end: number }> {
  for (const { index, 0: found } of text.matchAll(pattern)) yield { start: index, end: index + found.length };
}

/** Matches with no letter or digit before or after that would go on with the word. They may overlap. */
function* wordsIn(text: string, pattern: RegExp): Generator<{ start: number; end: number }> {
  const every = new RegExp(pattern.source, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`);
  for (let match = every.exec(text); match; match = every.exec(text)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!goesOn(text, start) && !goesOn(text, end)) yield { start, end };
    every.lastIndex = start + 1;
  }
}

/** Whether a word goes on across this place. */
function goesOn(text: string, at: number): boolean {
  return isWordSign(signBefore(text, at)) && isWordSign(signAt(text, at));
}

function isWordSign(sign: string): boolean {
  return WORD_SIGN.test(sign);
}

function signAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : '';
}

function signBefore(text: string, at: number): string {
  const code = text.codePointAt(at - 2);
  return code !== undefined && code > 0xffff
    ? String.fromCodePoint(code)
    : text.slice(Math.max(at - 1, 0), at);
}
