import katex from 'katex';
import { segment } from '../maths/segment';
import { texForKatex } from '../maths/tex-for-katex';
import type { Segment } from '../maths/text-segment';
import type { Reading, SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

/** Every formula is closed, and typesets as the page would typeset it. */
export const formulaCheck: Check = {
  id: 'formula',
  title: 'Formulas',
  reads: 'problems, answers, choices, hints and steps',
  severity: 'warning',
  start: () => {
    const faults = new KnownFaults();
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
const MAYBE = /[$\\]|@@/;

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
  return segment(source.text, source.dialect).flatMap((part) => {
    if (part.problem !== undefined) {
      const said = {
        rule: 'formula/unclosed',
        severity: 'warning' as const,
        message: `${capital(part.problem)}: the formula has no end.`,
        evidence: source.text.slice(part.start, part.start + 40),
      };
      return [findingAt(row, source, said, { start: part.start, end: Math.min(part.end, part.start + 2) })];
    }
    return part.kind === 'maths' ? faultOf(part, source, row, faults) : [];
  });
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
const MOST_KNOWN = 5000;

/** What KaTeX says of formulas. Most stand in a file more than once. */
class KnownFaults {
  private readonly known = new Map<string, string | null>();

  /** Null for a formula that typesets. */
  of(tex: string, display: boolean): string | null {
    if (tex.length > LONGEST || /^[\w\s.,+=()-]*$/.test(tex)) return null;
    const key = `${display ? 'D' : 'I'}${tex}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    const fault = typesetFault(texForKatex(tex), display);
    this.known.set(key, fault);
    return fault;
  }
}

function typesetFault(tex: string, display: boolean): string | null {
  try {
    katex.renderToString(tex, {
      displayMode: display,
      output: 'html',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      macros: {},
      maxExpand: 200,
      maxSize: 20,
    });
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message
      .replace(/^KaTeX parse error: /, '')
      .replace(/\u0332/g, '')
      .replace(/: …?[\s\S]{60,}$/, '')
      .replace(/\.$/, '');
  }
}
