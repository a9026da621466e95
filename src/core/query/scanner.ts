/** A piece of a query line with its place (UTF-16). */
export interface Piece {
  start: number;
  end: number;
  text: string;
}

const SPACE = /\s/;
/** A path as path-pattern.ts reads it, up to the colon. `http://` is no field. */
const NAME =
  /((?:\.?[A-Za-z_$][\w$-]*|\[\d*\]|\["(?:[^"\\]|\\.)*"\])(?:\.[A-Za-z_$][\w$-]*|\[\d*\]|\["(?:[^"\\]|\\.)*"\])*):(?!\/\/)/y;
const CALL =
  /(length|count|label|verdict|mark|flag|tag|judged|curated|contaminated|duplicate|queue)\(((?:"(?:[^"\\]|\\.)*"|[^()"])*)\):/y;
const REGEX = /\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([a-z]*)(?=[\s)]|$)/y;

/** Walks over a query line. Knows how its pieces are written, not what they mean. */
export class Scanner {
  at = 0;
  /** Parentheses that are open: within them a closing one ends a word. */
  open = 0;
  readonly line: string;

  constructor(line: string) {
    this.line = line;
  }

  skipSpace(): void {
    while (this.at < this.line.length && SPACE.test(this.sign)) this.at++;
  }

  get sign(): string {
    return this.line[this.at] ?? '';
  }

  get ended(): boolean {
    return this.at >= this.line.length;
  }

  /** The word `or`, `and` or `not` by itself. */
  takeKeyword(keyword: string): boolean {
    const end = this.at + keyword.length;
    if (this.line.slice(this.at, end).toLowerCase() !== keyword) return false;
    if (end < this.line.length && !/[\s()]/.test(this.line[end] ?? '')) return false;
    this.at = end;
    return true;
  }

  /** `name:` */
  takeName(): string | null {
    return this.take(NAME)?.[1] ?? null;
  }

  /** `count(name):`, `label(anna):`, `queue(anna):` */
  takeCall(): { name: string; argument: string } | null {
    const found = this.take(CALL);
    return found && { name: found[1] ?? '', argument: (found[2] ?? '').trim() };
  }

  takeRegex(): { source: string; flags: string } | null {
    const found = this.take(REGEX);
    return found && { source: found[1] ?? '', flags: found[2] ?? '' };
  }

  /** What stands between quotes, a quote itself written twice. `closed` is false when the line ends before. */
  takeQuoted(): (Piece & { closed: boolean }) | null {
    if (this.sign !== '"') return null;
    const start = this.at++;
    let text = '';
    for (;;) {
      const quote = this.line.indexOf('"', this.at);
      text += this.line.slice(this.at, quote === -1 ? this.line.length : quote);
      this.at = quote === -1 ? this.line.length : quote + 1;
      if (quote === -1 || this.sign !== '"') return { start, end: this.at, text, closed: quote !== -1 };
      text += '"';
      this.at++;
    }
  }

  /** Up to the next space, or the parenthesis that closes one which is not of this word. */
  takeWord(): Piece {
    const start = this.at;
    let depth = 0;
    for (; !this.ended && !SPACE.test(this.sign); this.at++) {
      if (this.sign === '(') depth++;
      if (this.sign !== ')') continue;
      if (depth === 0 && this.open > 0) break;
      depth--;
    }
    return { start, end: this.at, text: this.line.slice(start, this.at) };
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.line);
    if (found) this.at = pattern.lastIndex;
    return found;
  }
}
