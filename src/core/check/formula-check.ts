import { looseDollar } from '../maths/loose-dollar';
import { segment } from '../maths/segment';
import { isSoundFormula } from '../maths/sound-formula';
import type { Segment } from '../maths/text-segment';
import type { Reading, SourceText } from '../profile/reading';
import type { Check, CheckedRow, TypesetFault } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';
import { picturesOnce, unsetParts } from './unset-parts';

/** Every formula is closed, and typesets as the page would typeset it. */
export const formulaCheck: Check = {
  id: 'formula',
  title: 'Formulas',
  reads: 'problems, answers, choices, hints and steps',
  severity: 'warning',
  cost: 'thorough',
  rules: [
    'formula/unclosed',
    'formula/dollar',
    'formula/unopened',
    'formula/typeset',
    'formula/command',
    'formula/table',
    'formula/picture',
  ],
  start: (_profile, _options, typeset) => {
    const faults = new KnownFaults(typeset);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || !MAYBE.test(row.parsed.text)) return [];
        const reading = row.reading();
        return reading ? textsOf(reading).flatMap((source) => findingsIn(source, row, faults)) : [];
      },
    };
  },
};

/** A formula has one of these, in JSON as in the text. */
const MAYBE = /[$\\]|@@|\[asy\]/;

function textsOf({ problem, answers, choices, hints, traces, translations }: Reading): SourceText[] {
  return [
    ...problem,
    ...answers,
    ...choices.map(({ source }) => source),
    ...translations.map(({ source }) => source),
    ...hints.flatMap((hint) => (hint.kind === 'text' ? [hint.source] : [])),
    ...traces.flatMap(({ steps }) =>
      steps.filter(({ form }) => form === undefined).map(({ source }) => source),
    ),
  ];
}

function findingsIn(source: SourceText, row: CheckedRow, faults: KnownFaults): Finding[] {
  if (source.dialect === 'plain' || !MAYBE.test(source.text)) return [];
  const parts = segment(source.text, source.dialect);
  const found = parts.flatMap((part) => {
    if (part.problem !== undefined) return [unclosed(part, part.problem, source, row)];
    const unset = unsetParts(part, source);
    const named = unset.map(({ said, start, end }) => findingAt(row, source, said, { start, end }));
    const judged = part.kind === 'maths' && unset.every(({ typesets }) => typesets);
    return judged ? [...named, ...faultOf(part, source, row, faults)] : named;
  });
  return [...picturesOnce(found), ...alone(parts, source, row)];
}

/** Signs of formulas in prose that have no other one, with how much around them is evidence. */
const ALONE = [
  {
    rule: 'formula/dollar',
    find: looseDollar,
    length: 1,
    shown: [20, 40],
    says: () => 'This dollar sign of a formula has no other one.',
  },
  {
    rule: 'formula/unopened',
    find: closingSign,
    length: 2,
    shown: [40, 2],
    says: (sign: string) => `${sign} ends a formula that does not begin.`,
  },
] as const;

/** Each is told once for each text: behind it, every sign may be the other one's. */
function alone(parts: Segment[], source: SourceText, row: CheckedRow): Finding[] {
  const { text } = source;
  return ALONE.flatMap(({ rule, find, length, shown: [before, after], says }) => {
    for (const { kind, start, end } of parts) {
      const at = kind === 'prose' ? find(text, start, end) : null;
      if (at === null) continue;
      const message = says(text.slice(at, at + length));
      const evidence = text.slice(Math.max(0, at - before), at + after);
      const said = { rule, severity: 'warning' as const, message, evidence };
      return [findingAt(row, source, said, { start: at, end: at + length })];
    }
    return [];
  });
}

function closingSign(text: string, start: number, end: number): number | null {
  const sign = /(?<!\\)\\[)\]]/.exec(text.slice(start, end));
  return sign && start + sign.index;
}

function unclosed(part: Segment, problem: string, source: SourceText, row: CheckedRow): Finding {
  const what = part.kind === 'drawing' ? 'picture' : 'formula';
  const said = {
    rule: 'formula/unclosed',
    severity: 'warning' as const,
    message: `${capital(problem)}: the ${what} has no end.`,
    evidence: source.text.slice(part.start, part.start + 40),
  };
  return findingAt(row, source, said, { start: part.start, end: Math.min(part.end, part.start + 2) });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function faultOf(part: Segment, source: SourceText, row: CheckedRow, faults: KnownFaults): Finding[] {
  const fault = faults.of(part.content, part.display);
  if (fault === null) return [];
  const command = /^Undefined control sequence: (\\\S+)/.exec(fault)?.[1];
  const rule = command === undefined ? 'formula/typeset' : 'formula/command';
  const message =
    command === undefined
      ? `The formula does not typeset: ${fault}.`
      : `${command} is a command that is not known.`;
  return [
    findingAt(
      row,
      source,
      { rule, severity: 'warning', message, evidence: part.content.slice(0, 200) },
      part,
    ),
  ];
}

/** Longer formulas are not typeset anyway; in UTF-16 units. */
const LONGEST = 8000;
/** In UTF-16 units of formulas, together. */
const MOST_KNOWN = 1_000_000;

/** What is known to be wrong with formulas. Most stand in a file more than once. */
class KnownFaults {
  private readonly known = new Map<string, string | null>();
  private size = 0;
  private readonly typeset: TypesetFault;

  constructor(typeset: TypesetFault) {
    this.typeset = typeset;
  }

  /** Null for a formula that typesets. */
  of(tex: string, display: boolean): string | null {
    if (tex.length > LONGEST || isSoundFormula(tex)) return null;
    const key = `${display ? 'D' : 'I'}${tex}`;
    const known = this.known.get(key);
    return known === undefined ? this.judge(key, tex, display) : known;
  }

  private judge(key: string, tex: string, display: boolean): string | null {
    const fault = this.typeset(tex, display);
    if ((this.size += key.length) > MOST_KNOWN) {
      this.known.clear();
      this.size = key.length;
    }
    this.known.set(key, fault);
    return fault;
  }
}
