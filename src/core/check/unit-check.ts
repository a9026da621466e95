import { readAnswer } from '../answer/answer-value';
import type { Answer, SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** An answer with a unit has the one that the problem asks for. */
export const unitCheck: Check = {
  id: 'unit',
  title: 'Units of answers',
  reads: 'the problem and the answer',
  severity: 'warning',
  cost: 'thorough',
  rules: ['unit/other'],
  start: () => ({
    row: (row) => {
      const reading = row.reading();
      const asked = reading && lastAsked(reading.problem);
      return asked ? reading.answers.flatMap((answer) => ofAnswer(answer, asked, row)) : [];
    },
  }),
};

/** The units of one kind, each by its words. Those of another kind are not looked at: an answer may say more than was asked. */
const KINDS: readonly Record<string, string>[] = [
  { mm: 'mm|millimet(?:er|re)s?', cm: 'cm|centimet(?:er|re)s?', m: 'm|met(?:er|re)s?', km: 'km|kilomet(?:er|re)s?', inch: 'in|inch|inches', foot: 'ft|foot|feet', yard: 'yd|yards?', mile: 'mi|miles?' },
  { second: 's|secs?|seconds?', minute: 'min|mins|minutes?', hour: 'h|hrs?|hours?', day: 'days?', week: 'weeks?', month: 'months?', year: 'years?' },
  { gram: 'g|grams?', kilogram: 'kg|kilograms?', pound: 'lbs?|pounds?', ounce: 'oz|ounces?', ton: 'tons?|tonnes?' },
  { dollar: 'dollars?', cent: 'cents?', euro: 'euros?' },
  { litre: 'l|lit(?:er|re)s?', millilitre: 'ml|millilit(?:er|re)s?', gallon: 'gallons?', quart: 'quarts?' },
  { degree: 'degrees?', radian: 'radians?' },
]; // prettier-ignore

/** By its word, in small letters: the kind and the unit. */
function unitNamed(word: string): { kind: number; unit: string } | null {
  return UNITS.find(({ words }) => words.test(word)) ?? null;
}

const UNITS = KINDS.flatMap((units, kind) =>
  Object.entries(units).map(([unit, words]) => ({ kind, unit, words: new RegExp(`^(?:${words})$`) })),
);

const ASKED =
  /\b(?:in|how many|number of|to the nearest)\s+(?:square |cubic |whole )?([a-z]{3,})(?=[?.,]|\s|$)/gi;

/** What the last sentence that asks wants the answer in; null where that is no unit, or several. */
function lastAsked(problem: readonly SourceText[]): { kind: number; unit: string; word: string } | null {
  const text = problem
    .map((part) => part.text)
    .join('\n')
    .trimEnd();
  const sentence = text.slice(Math.max(text.lastIndexOf('. ', text.length - 2), text.lastIndexOf('\n')) + 1);
  const asked = [...sentence.matchAll(ASKED)].flatMap(([, word = '']) => {
    const named = unitNamed(word.toLowerCase());
    return named ? [{ ...named, word }] : [];
  });
  return new Set(asked.map(({ unit }) => unit)).size === 1 ? (asked[0] ?? null) : null;
}

function ofAnswer(
  answer: Answer,
  asked: { kind: number; unit: string; word: string },
  row: CheckedRow,
): Finding[] {
  const value = answer.text.length < 60 ? readAnswer(answer.text) : null;
  const written = answer.unit ?? (value?.kind === 'scalar' ? value.unit : '');
  const given = unitNamed(written.toLowerCase().replace(/[.^].*$/, ''));
  if (!given || given.kind !== asked.kind || given.unit === asked.unit) return [];
  const said = {
    rule: 'unit/other',
    severity: 'warning' as const,
    message: `The problem asks for ${asked.word}, and the answer is in ${written}.`,
    evidence: written,
  };
  return [findingAt(row, answer, said)];
}
