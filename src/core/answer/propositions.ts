import type { Comparison } from './comparison';

/** More letters than this make too long a table. */
const MOST_LETTERS = 8;
const LONGEST = 200;
const DEEPEST = 40;

type Proposition = (letters: ReadonlyMap<string, boolean>) => boolean;

const SIGNS: [RegExp, string][] = [
  [/\\(?:leftrightarrow|Leftrightarrow|iff)(?![A-Za-z])|[↔⇔]/g, '='],
  [/\\(?:to|rightarrow|Rightarrow|implies)(?![A-Za-z])|[→⇒]/g, '>'],
  [/\\(?:neg|lnot)(?![A-Za-z])|¬/g, '!'],
  [/\\(?:land|wedge)(?![A-Za-z])|∧/g, '&'],
  [/\\(?:lor|vee)(?![A-Za-z])|∨/g, '|'],
];
const MAY_BE =
  /\\(?:land|wedge|lor|vee|neg|lnot|to|rightarrow|Rightarrow|implies|iff|[lL]eftrightarrow)(?![A-Za-z])|[∧∨¬→⇒↔⇔]/;

/** Compares two formulas of propositions, `\neg(p \land q)` and `\neg p \lor \neg q`, by their truth tables; null where one is none. */
export function comparePropositions(a: string, b: string): Comparison | null {
  if (!MAY_BE.test(a) || !MAY_BE.test(b)) return null;
  const [one, other] = [readProposition(a), readProposition(b)];
  if (!one || !other) return null;
  const letters = [...new Set([...one.letters, ...other.letters])];
  if (letters.length > MOST_LETTERS) return null;
  for (let row = 0; row < 2 ** letters.length; row++) {
    const values = new Map(letters.map((letter, at) => [letter, (row & (1 << at)) !== 0]));
    if (one.holds(values) !== other.holds(values))
      return { verdict: 'different', how: 'another truth table' };
  }
  return { verdict: 'equal-symbolic', how: 'same truth table' };
}

function readProposition(source: string): { holds: Proposition; letters: string[] } | null {
  if (source.length > LONGEST) return null;
  let text = source.replace(/\\(?:left|right)(?![A-Za-z])|\\[,;: ]|\\(?=[()])|\$/g, '');
  for (const [pattern, sign] of SIGNS) text = text.replace(pattern, sign);
  text = text.replace(/\s/g, '');
  if (!/^[A-Za-z!&|>=()]+$/.test(text)) return null;
  const holds = new Reader(text).whole();
  return holds && { holds, letters: text.match(/[A-Za-z]/g) ?? [] };
}

/** What binds less, first. Each is a level of the descent. */
const LEVELS: [string, (a: boolean, b: boolean) => boolean][] = [
  ['=', (a, b) => a === b],
  ['>', (a, b) => !a || b],
  ['|', (a, b) => a || b],
  ['&', (a, b) => a && b],
];

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): Proposition | null {
    const holds = this.level(0);
    return this.at === this.text.length ? holds : null;
  }

  private level(level: number): Proposition | null {
    const [sign, joined] = LEVELS[level] ?? [];
    if (sign === undefined || !joined) return this.atom();
    const left = this.level(level + 1);
    if (!left || this.text[this.at] !== sign) return left;
    this.at += 1;
    this.depth += 1;
    const right = this.depth > DEEPEST ? null : this.level(level);
    this.depth -= 1;
    return right && ((letters) => joined(left(letters), right(letters)));
  }

  private atom(): Proposition | null {
    const sign = this.text[this.at++] ?? '';
    if (/[A-Za-z]/.test(sign)) return (letters) => letters.get(sign) === true;
    if ((sign !== '!' && sign !== '(') || this.depth >= DEEPEST) return null;
    this.depth += 1;
    const inside = sign === '!' ? this.atom() : this.level(0);
    this.depth -= 1;
    if (sign === '!') return inside && ((letters) => !inside(letters));
    return this.text[this.at++] === ')' ? inside : null;
  }
}
