import type { KatexOptions } from 'katex';
import { katexNodes } from './katex-nodes';

/** A longer formula is not typeset: nobody reads it, and it would hold up the page. */
const LONGEST_FORMULA = 8000;
const CACHE_SIZE = 4000;
/** A formula with fewer glyphs than this is never broken over lines. */
const SHORT = 18;
/** A sum with more glyphs than this may break before its next term. */
const LONGEST_UNBROKEN = 30;

/** A formula as typeset, or why it is not. */
export type Typeset =
  { ok: true; node: HTMLElement } | { ok: false; message: string; position: number | null };

/** No formula can define a command for another, run away, or make a link (KaTeX's own options). */
export function katexOptions(display: boolean, screenReader: boolean): KatexOptions {
  return {
    displayMode: display,
    output: screenReader ? 'htmlAndMathml' : 'html',
    throwOnError: true,
    strict: 'ignore',
    trust: false,
    macros: {},
    maxExpand: 200,
    maxSize: 20,
  };
}

/** Typesets formulas, and remembers them: the next row is typeset before it is asked for. */
export class Typesetter {
  private readonly cache = new Map<string, Typeset>();
  private readonly screenReader: boolean;

  constructor(screenReader: boolean) {
    this.screenReader = screenReader;
  }

  /** The formula's nodes, ready to be put into the page; a copy each time. */
  typeset(tex: string, display: boolean): Typeset {
    const key = `${display ? 'D' : 'I'}${tex}`;
    const known = this.cache.get(key) ?? this.render(tex, display);
    this.cache.delete(key); // what was used last is forgotten last
    this.cache.set(key, known);
    if (this.cache.size > CACHE_SIZE) this.forgetOldest();
    return known.ok ? { ok: true, node: known.node.cloneNode(true) as HTMLElement } : known;
  }

  private render(tex: string, display: boolean): Typeset {
    const fault = lengthFault(tex);
    if (fault) return fault;
    const node = document.createElement('span');
    try {
      node.append(katexNodes(tex, katexOptions(display, this.screenReader)));
    } catch (error) {
      return formulaFault(error);
    }
    finishLineBreaks(node);
    return { ok: true, node };
  }

  private forgetOldest(): void {
    const oldest = this.cache.keys().next();
    if (!oldest.done) this.cache.delete(oldest.value);
  }
}

/** What is wrong with a formula that is too long to typeset; null for others. */
export function lengthFault(tex: string): Extract<Typeset, { ok: false }> | null {
  if (tex.length <= LONGEST_FORMULA) return null;
  const length = tex.length.toLocaleString('en');
  return {
    ok: false,
    message: `this formula has ${length} characters, more than anybody reads`,
    position: null,
  };
}

/** KaTeX's error in plain words; a formula nested too deeply ends in a RangeError. */
export function formulaFault(error: unknown): Extract<Typeset, { ok: false }> {
  if (!(error instanceof Error)) return { ok: false, message: String(error), position: null };
  const position = 'position' in error && typeof error.position === 'number' ? error.position : null;
  return { ok: false, message: inPlainWords(error.message), position };
}

/** KaTeX's message without its frame, the commonest ones said as people would. */
function inPlainWords(message: string): string {
  const bare = message
    .replace(/^KaTeX parse error: /, '')
    .replace(/ at (?:position \d+|end of input):[\s\S]*$/, '');
  const [, missing] = /^Unexpected end of input in a macro argument, expected '([^']+)'$/.exec(bare) ?? [];
  if (missing !== undefined) return `“${missing}” is missing`;
  const [, expected, got] = /^Expected '([^']+)', got '([^']+)'$/.exec(bare) ?? [];
  if (expected !== undefined)
    return got === 'EOF' ? `“${expected}” is missing` : `“${expected}” is expected, not “${got}”`;
  const [, command] = /^Undefined control sequence: (\S+)$/.exec(bare) ?? [];
  return command === undefined ? bare : `the command ${command} is not known`;
}

/** Lines break after relations: a part that ends in a binary operator is glued to the next, unless the sum is a long one. */
function finishLineBreaks(node: HTMLElement): void {
  const html = node.querySelector('.katex-html');
  if (!html) return;
  if (glyphs(html) < SHORT) node.firstElementChild?.classList.add('short');
  for (const base of Array.from(html.children).toReversed()) {
    const next = base.nextElementSibling;
    if (!next || !endsInOperator(base) || glyphs(base) + glyphs(next) > LONGEST_UNBROKEN) continue;
    const glue = document.createElement('span');
    glue.className = 'glue';
    base.replaceWith(glue);
    glue.append(base, next);
  }
}

function glyphs({ textContent }: Element): number {
  return textContent?.length ?? 0;
}

function endsInOperator(base: Element): boolean {
  const last = Array.from(base.children).findLast(({ classList }) => !classList.contains('mspace'));
  return last?.classList.contains('mbin') ?? false;
}
