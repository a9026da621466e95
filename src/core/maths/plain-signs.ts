import { CONSTANTS, escapeText } from './plain-symbols';
import type { Token } from './plain-tokens';

/** A bracket as TeX; in TeX bare braces are not shown. */
export function bracket(text: string): string {
  return text === '{' || text === '}' ? `\\${text}` : text;
}

/** Thousands keep their comma, without the space TeX puts after one. */
export function numberTex(text: string): string {
  return text.replaceAll(',', '{,}');
}

export function letterTex(text: string): string {
  return CONSTANTS[text] ?? (/^[A-Za-zα-ωΑ-Ω]$/.test(text) ? text : `\\text{${safeText(text)}}`);
}

/** A sign without a meaning here, shown as it is. */
export function escapeSign(token: Token): string {
  const { text } = token;
  if (text === ':') return token.before ? ':' : '\\colon ';
  if (/^[.?"@`:]$/.test(text)) return text;
  if (/^[#$%&_]$/.test(text)) return `\\${text}`;
  return `\\text{${safeText(text)}}`;
}

/** KaTeX's lexer refuses control characters, line separators, private-use characters, lone surrogates and stray accents. */
export function safeText(text: string): string {
  return escapeText(text).replace(/[\p{Cc}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{M}]/gu, '\ufffd');
}
