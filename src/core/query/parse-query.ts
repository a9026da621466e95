import { ConditionReader } from './parse-condition';
import type { Query, QueryFault, QueryNode } from './query';
import { Scanner } from './scanner';

/** Characters of a query that are read. */
export const LONGEST = 10_000;
const DEEPEST = 50;
const ALONE = '“or” stands between two parts. To search for the word, put it in quotes.';

/**
 * Reads a query line. Never throws: what is faulty is told in `faults` and left out, as if it were not there; an open quote or
 * parenthesis is taken as closed at the end of the line.
 */
export function parseQuery(line: string): Query {
  const parser = new Parser(line.slice(0, LONGEST));
  const query = parser.query();
  if (line.length > LONGEST) {
    const message = `A query has ${LONGEST} characters at most: the rest is left out.`;
    query.faults.push({ start: LONGEST, end: line.length, message });
  }
  return query;
}

class Parser {
  private readonly scanner: Scanner;
  private readonly faults: QueryFault[] = [];
  private readonly conditions: ConditionReader;

  constructor(line: string) {
    this.scanner = new Scanner(line);
    this.conditions = new ConditionReader(this.scanner, this.faults);
  }

  query(): Query {
    const node = this.any();
    const { matchCase, wholeWord } = this.conditions;
    return { node, matchCase, wholeWord, faults: this.faults };
  }

  /** Parts with "or" between them. */
  private any(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      this.scanner.skipSpace();
      const before = this.scanner.at;
      const part = this.all();
      if (part) parts.push(part);
      const start = this.scanner.at;
      if (!this.scanner.takeKeyword('or')) return joined('any', parts);
      const end = this.scanner.at;
      this.scanner.skipSpace();
      if (this.atEndOfPart() || this.atOr() || start === before) this.fault(start, end, ALONE);
    }
  }

  /** Parts that all must hold. */
  private all(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      this.scanner.skipSpace();
      if (this.atEndOfPart() || this.atOr()) return joined('all', parts);
      if (this.scanner.takeKeyword('and')) continue;
      const part = this.part();
      if (part) parts.push(part);
    }
  }

  private part(): QueryNode | null {
    const start = this.scanner.at;
    let negated = false;
    while (this.takeNot()) negated = !negated;
    if (this.scanner.at > start && (this.atEndOfPart() || this.atOr())) {
      this.fault(start, this.scanner.at, 'Say what is not wanted. To search for the word, put it in quotes.');
      return null;
    }
    const part = this.scanner.sign === '(' ? this.group() : this.conditions.read();
    return part && negated ? negation(part, start) : part;
  }

  private group(): QueryNode | null {
    const start = this.scanner.at++;
    if (this.scanner.open >= DEEPEST) {
      this.fault(start, start + 1, `Parentheses are nested more than ${DEEPEST} deep: this one is left out.`);
      return null;
    }
    this.scanner.open++;
    const inside = this.any();
    this.scanner.open--;
    const closed = this.scanner.sign === ')';
    if (closed) this.scanner.at++;
    else this.fault(start, start + 1, 'This parenthesis is not closed: ) is missing.');
    return inside;
  }

  private takeNot(): boolean {
    const { scanner } = this;
    if (!scanner.takeKeyword('not')) {
      if (!/^-[\p{L}_"(/-]/u.test(scanner.line.slice(scanner.at, scanner.at + 3))) return false;
      scanner.at++;
    }
    scanner.skipSpace();
    return true;
  }

  private atEndOfPart(): boolean {
    return this.scanner.ended || (this.scanner.sign === ')' && this.scanner.open > 0);
  }

  private atOr(): boolean {
    const { at } = this.scanner;
    const found = this.scanner.takeKeyword('or');
    this.scanner.at = at;
    return found;
  }

  private fault(start: number, end: number, message: string): void {
    this.faults.push({ start, end, message });
  }
}

/** One node of several parts; parts of the same kind are taken in. */
function joined(kind: 'all' | 'any', parts: QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [first, last] = [flat[0], flat.at(-1)];
  if (!first || !last) return null;
  return flat.length === 1 ? first : { kind, parts: flat, start: first.start, end: last.end };
}

function negation(part: QueryNode, start: number): QueryNode {
  return part.kind === 'not' ? part.part : { kind: 'not', part, start, end: part.end };
}
