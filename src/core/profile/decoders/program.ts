import type { JsonPath } from '../../row/json';
import type { Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder } from './decoder';
import { traceAt } from './solutions';
import { sourceText, stepOf } from './source-text';

/** A program or an equation, or a list of equations, which are never run: a step for each assignment or operation of a straight line, else one step. */
export const decodeProgram: Decoder = ({ value, path, row, rule }) => {
  const parts = Array.isArray(value)
    ? value.map((each, at) => ({ each, at: [...path, at] }))
    : [{ each: value, at: path }];
  const steps = parts.flatMap(({ each, at }) => (typeof each === 'string' ? stepsOfProgram(each, at) : []));
  if (steps.length < parts.length || steps.length === 0) return null;
  return { traces: [{ ...traceAt(path, row, rule), steps, ...besideTrace(row, rule, null) }] };
};

function stepsOfProgram(text: string, path: JsonPath): Step[] {
  const parts = isStraight(text)
    ? piecesOf(text, /[^\n]+/g)
    : isOperations(text)
      ? piecesOf(text, /[^|]+/g)
      : [];
  const spans = parts.length > 1 ? parts : piecesOf(text, /[\s\S]+/g);
  const form = isEquation(text) ? {} : { form: 'code' as const };
  return spans.map(({ start, end }) => ({ ...stepOf(sourceText(path, text, 'plain', start, end)), ...form }));
}

/** `n0 = 10.0`, line after line. */
function isStraight(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.every((line) => /^[A-Za-z_]\w*\s*=[^=]/.test(line));
}

/** MathQA's `multiply(n0,n1)|divide(#0,n2)`. */
function isOperations(text: string): boolean {
  return /^\s*\w+\([^|]*\)(?:\|\w+\([^|]*\))*\|?\s*$/.test(text);
}

/** `x = (5.0 + 38.0) - 4.0`, in one line, or with its answer. */
function isEquation(text: string): boolean {
  if (/^\s*(?:theorem|lemma|example|def|import)\b/i.test(text)) return false; // for a proof assistant
  return !text.includes('\n') && /^[\w\s.+\-*/^()%,=:[\]'"]+$/.test(text) && !/\w\w\(/.test(text);
}

function piecesOf(text: string, piece: RegExp): { start: number; end: number }[] {
  return [...text.matchAll(piece)].flatMap(({ 0: whole, index }) => {
    const inside = whole.trim();
    if (inside === '') return [];
    const start = index + whole.indexOf(inside);
    return [{ start, end: start + inside.length }];
  });
}
