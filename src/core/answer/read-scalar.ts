import type { AnswerValue, Scalar } from './answer-value';
import type { Expression } from './expression';
import { parseExpression } from './parse-expression';
import { unitNamed } from './units';
import { numeralWritten } from './written-numbers';

/** The last part of a unit, with the slash before it and its power. */
const UNIT =
  /\s*(\/?)\s*(?:⟨([^⟩]*)⟩|(?<=[\d)}%!\s])([A-Za-z]{2,}(?:[ /][A-Za-z.]+)*|m\/s|\\Omega))\s*(?:\^\s*\{?\s*(-?\d)\s*\}?)?$/;
/** `1.5 kJ`, `20 m/s`: signs behind a space that are a unit, and would be a product of letters. */
const SIGNED =
  /^(-?[\d.,]+(?:\s*\*\s*10\s*\^\s*\{?-?\d+\}?)?) ([A-Za-z]{2,3}|[A-Za-z]{1,3}\/[A-Za-z]{1,3}(?:\^\{?\d\}?)?)$/;
/** `17 R 3`, what a division with a remainder comes to. */
const REMAINDER = /^(\d{1,20}),?\s*⟨?\s*(?:R|r|(?:with )?(?:an? )?[Rr]emainder(?: of)?)\s*⟩?\s*(\d{1,20})$/;
/** `3rd` */
const ORDINAL = /(?<=^\d{1,9})(?:st|nd|rd|th)$/;
const FUNCTION_WORD = /^(?:sin|cos|tan|log|ln|sqrt|pi|exp|infinity|inf|oo)$/;

/** One value with its unit, an amount of money, a numeral with its base, or a word that answers, from a folded text; null for anything else. */
export function readScalar(text: string): AnswerValue | null {
  const numeral = numeralWritten(text);
  if (numeral !== null) return { kind: 'text', text: numeral };
  if (/^(?:DNE|NONE|YES|NO|TRUE|FALSE|EVEN|ODD)$/.test(text)) return { kind: 'text', text };
  const [, quotient, remainder = ''] = REMAINDER.exec(text) ?? [];
  if (quotient !== undefined) return { kind: 'text', text: `${quotient} remainder ${remainder}` };
  const whole = readSigned(text) ?? parseExpression(text.replace(ORDINAL, ''));
  if (whole) return 'unit' in whole ? whole : scalar(text, whole, '');
  const [found, slash = '', said, plain, power] = UNIT.exec(text) ?? [];
  const unit = `${slash}${(said ?? plain ?? '').trim()}`;
  if (found === undefined || found.length === text.length || FUNCTION_WORD.test(unit)) return readMoney(text);
  const times = MULTIPLES[unit.toLowerCase().replace(/^(\w+?)s?\b.*$/, '$1')];
  if (times !== undefined) return multiple(text.slice(0, -found.length), times);
  const rest = text.slice(0, -found.length).trim();
  const inner = /⟨/.test(rest) ? readScalar(rest) : null;
  const raised = power === undefined ? unit : `${unit}^${power}`;
  if (inner?.kind === 'scalar') return { ...inner, unit: `${inner.unit} ${raised}`.trim() };
  const value = parseExpression(rest);
  return value
    ? scalar(`${rest}${/^(?:percent|pct|per cent)\b/.test(unit) ? '%' : ''}`, value, raised)
    : null;
}

function readSigned(text: string): Scalar | null {
  const [, value = '', unit = ''] = SIGNED.exec(text) ?? [];
  const of = unit !== '' && unitNamed(unit) ? parseExpression(value) : null;
  return of && { kind: 'scalar', of, percent: false, unit };
}

const MULTIPLES: Record<string, number> = {
  dozen: 12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** `2.5 million` */
function multiple(of: string, times: number): AnswerValue | null {
  const value = parseExpression(of);
  const factor = parseExpression(String(times));
  return value && factor ? scalar('', { kind: 'product', left: value, right: factor }, '') : null;
}

function readMoney(text: string): AnswerValue | null {
  const [, unit = '', rest = ''] = /^⟨([^⟩]*)⟩\s*(.+)$/.exec(text) ?? [];
  const value = rest === '' ? null : parseExpression(rest);
  return value ? scalar(rest, value, unit) : null;
}

/** The percent sign is taken off the value: what it means is for the comparison to say. */
export function scalar(text: string, value: Expression, unit: string): AnswerValue {
  const percent = text.endsWith('%');
  const without = percent ? parseExpression(text.slice(0, -1)) : value;
  return { kind: 'scalar', of: without ?? value, percent, unit };
}
