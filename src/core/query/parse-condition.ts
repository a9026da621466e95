import { errorMessage } from '../error-message';
import { fieldOf } from '../field/field';
import { numberIn, rangeIn } from './number-text';
import type { Measure, QueryFault, QueryNode, Range, StateWhat, Wanted } from './query';
import { stateWords } from './query-words';
import type { Scanner } from './scanner';
import { tagWord } from './state-facts';

/** What stands between two spaces: a condition, a regular expression or a text. */
export class ConditionReader {
  matchCase = false;
  wholeWord = false;
  private readonly scanner: Scanner;
  private readonly faults: QueryFault[];

  constructor(scanner: Scanner, faults: QueryFault[]) {
    this.scanner = scanner;
    this.faults = faults;
  }

  /** The next condition; null when it has a fault, or stands for the whole query. Takes at least one character. */
  read(): QueryNode | null {
    const start = this.scanner.at;
    const call = this.scanner.takeCall();
    if (call) return this.called(call.name, call.argument, start);
    const name = this.scanner.takeName();
    if (name !== null) return this.named(name, start);
    const regex = this.scanner.takeRegex();
    const want = regex ? this.matching(regex, start) : this.text();
    return want && { kind: 'text', field: null, want, ...this.placed(start) };
  }

  private called(name: string, argument: string, start: number): QueryNode | null {
    if (name === 'queue') return this.queue(argument || 'any', start);
    if (name !== 'length' && name !== 'count') return this.state(name as StateWhat, argument || 'any', start);
    if (!fieldOf(argument)) {
      this.scanner.takeWord();
      return this.fault(start, `${name}(...) takes a field, for example ${name}(problem).`);
    }
    return this.measure(name, argument, start);
  }

  private named(name: string, start: number): QueryNode | null {
    switch (name) {
      case 'label':
      case 'verdict':
      case 'mark':
      case 'tag':
        return this.state(name, null, start);
      case 'flag':
      case 'judged':
      case 'review':
      case 'curated':
      case 'contaminated':
      case 'duplicate':
        return this.state(name, 'any', start);
      case 'annotator':
        return this.annotator(start);
      case 'queue':
        return this.queue(null, start);
      case 'finding':
        return this.finding(start);
      case 'row':
        return this.rows(start);
      case 'case':
      case 'word':
        return this.setting(name, start);
      default:
        return this.field(name, start);
    }
  }

  private field(field: string, start: number): QueryNode | null {
    if (!fieldOf(field)) {
      this.scanner.takeWord();
      return this.fault(
        start,
        `${field} is not the name of a field. To search for the text, put it in quotes.`,
      );
    }
    const want = this.wanted();
    return want && { kind: 'text', field, want, ...this.placed(start) };
  }

  private wanted(): Wanted | null {
    const start = this.scanner.at;
    if (this.scanner.sign === '"') return this.text();
    if (this.scanner.sign === '=') return this.exactly();
    const regex = this.scanner.takeRegex();
    if (regex) return this.matching(regex, start);
    const word = this.valueWord();
    if (word === null) return null;
    if (word === 'none' || word === 'any') return { kind: word };
    if (!/^[<>]|\.\./.test(word)) return { kind: 'has', text: word };
    const range = rangeIn(word);
    if (range) return { kind: 'range', range };
    return /^[<>]/.test(word) ? this.fault(start, NUMBERS) : { kind: 'has', text: word };
  }

  private exactly(): Wanted | null {
    this.scanner.at++;
    const text = this.value();
    return text === null ? null : { kind: 'is', text };
  }

  private measure(measure: Measure, field: string, start: number): QueryNode | null {
    const range = this.range();
    return range && { kind: 'measure', measure, field, range, ...this.placed(start) };
  }

  private rows(start: number): QueryNode | null {
    const range = this.range();
    return range && { kind: 'row', range, ...this.placed(start) };
  }

  private state(what: StateWhat, by: string | null, start: number): QueryNode | null {
    const value = this.value()?.toLowerCase();
    if (value === undefined) return null;
    if (what === 'tag') return { kind: 'state', what, value: tagWord(value), by, ...this.placed(start) };
    const words = what === 'decision' ? [] : stateWords[what].map(({ word }) => word);
    const isAnswer = what === 'label' && /^[^=\s]+=./.test(value); // to a question of a scheme: clarity=4
    if (words.includes(value) || isAnswer) return { kind: 'state', what, value, by, ...this.placed(start) };
    const more = what === 'label' ? ', or question=answer' : '';
    return this.fault(start, `${what} is one of ${words.join(', ')}${more}.`);
  }

  private annotator(start: number): QueryNode | null {
    const name = this.value();
    if (name === null) return null;
    const nobody = name === 'none';
    return {
      kind: 'state',
      what: 'decision',
      value: nobody ? 'none' : 'any',
      by: nobody ? 'any' : name,
      ...this.placed(start),
    };
  }

  private queue(by: string | null, start: number): QueryNode | null {
    const name = this.value();
    return name === null ? null : { kind: 'queue', name, by, ...this.placed(start) };
  }

  private finding(start: number): QueryNode | null {
    const rule = this.value();
    return rule === null ? null : { kind: 'finding', rule, ...this.placed(start) };
  }

  private setting(name: 'case' | 'word', start: number): null {
    const value = this.valueWord();
    if (value === null) return null;
    if (value !== 'on' && value !== 'off') return this.fault(start, `${name} is on or off.`);
    if (name === 'case') this.matchCase = value === 'on';
    else this.wholeWord = value === 'on';
    return null;
  }

  private range(): Range | null {
    const start = this.scanner.at;
    const word = this.valueWord();
    if (word === null) return null;
    const number = numberIn(word);
    if (number !== null) return { from: number, to: number, beyond: false };
    return rangeIn(word) ?? this.fault(start, NUMBERS);
  }

  private text(): Wanted | null {
    if (this.scanner.sign === '"') {
      const text = this.quoted();
      return text === null ? null : { kind: 'has', text };
    }
    const { start, text } = this.scanner.takeWord();
    if (/^\/\S/.test(text))
      this.fault(start, 'To search by a regular expression, close it with /. This is taken as text.');
    return { kind: 'has', text };
  }

  private quoted(): string | null {
    const piece = this.scanner.takeQuoted();
    if (!piece) return null;
    if (!piece.closed) this.fault(piece.start, 'This text is not closed: " is missing.');
    return piece.text === '' ? this.fault(piece.start, 'There is no text between the quotes.') : piece.text;
  }

  private value(): string | null {
    return this.scanner.sign === '"' ? this.quoted() : this.valueWord();
  }

  /** The word after a colon; told as a fault when there is none. */
  private valueWord(): string | null {
    const piece = this.scanner.takeWord();
    return piece.text === '' ? this.fault(piece.start - 1, 'Something is missing after this.') : piece.text;
  }

  /** Where and how often does not matter, so the flags d, g and y are dropped. */
  private matching({ source, flags }: { source: string; flags: string }, start: number): Wanted | null {
    const kept = [...new Set(flags.replace(/[dgy]/g, ''))].sort().join('');
    try {
      void new RegExp(source, kept);
      return { kind: 'matches', source, flags: kept };
    } catch (error) {
      return this.fault(start, `This is no regular expression: ${reasonOf(error)}.`);
    }
  }

  private placed(start: number): { start: number; end: number } {
    return { start, end: this.scanner.at };
  }

  private fault(start: number, message: string): null {
    this.faults.push({ start, end: Math.max(this.scanner.at, start + 1), message });
    return null;
  }
}

const NUMBERS = 'A number is wanted here: 5, 2..5, 2.., ..5, >3, >=3, <3 or <=3.';

/** The reason without the expression itself, which the engine repeats. */
function reasonOf(error: unknown): string {
  const message = errorMessage(error);
  return message
    .replace(/^Invalid regular expression: \/.*\/[a-z]*: /s, '')
    .replace(/^Invalid flags.*/s, 'unknown flags');
}
