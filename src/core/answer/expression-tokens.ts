/** One sign of a formula. */
export interface Token {
  kind: 'number' | 'name' | 'command' | 'sign';
  text: string;
  /** White space stands before it. */
  spaced: boolean;
}

/** More signs than this are no answer that a person compares. */
const MOST_TOKENS = 1500;
const TOKEN =
  /(\s*)(?:(\d{1,3}(?:(?:,|\{,\}|, | )\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)|([A-Za-z]+'*)|\\([A-Za-z]+)|(\S))/y;

/** The signs of a folded text, or null when there are too many. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const source = text.trimEnd();
  while (TOKEN.lastIndex < source.length) {
    const [, space = '', number, letters, command, sign = ''] = TOKEN.exec(source) ?? [];
    const spaced = space !== '';
    if (number !== undefined) tokens.push({ kind: 'number', text: number.replace(/[,{} ]/g, ''), spaced });
    else if (command !== undefined) tokens.push({ kind: 'command', text: command, spaced });
    else if (letters !== undefined) tokens.push(...lettered(letters, spaced));
    else tokens.push({ kind: 'sign', text: sign, spaced });
    if (tokens.length > MOST_TOKENS) return null;
  }
  return tokens;
}

/** Names that plain notation writes without a backslash. */
const WORDS =
  /^(?:arcsin|arccos|arctan|arcsinh|sinh|cosh|tanh|sqrt|sin|cos|tan|cot|sec|csc|log|ln|lg|exp|abs|floor|ceil|gcd|lcm|max|min|asin|acos|atan|pi|theta|alpha|beta|gamma|lambda|infinity|infty|inf|oo)$/;

/** Short words that are no product of variables. */
const UNITS =
  /^(?:pct|kgs?|km|cm|mm|hrs?|mph|kph|ft|lbs?|oz|mins?|secs?|gal|mi|sq|cu|ml|deg|rad|and|or|is|the|day|cup|bag|box|pen|egg|dog|cat|way|car|pie|ten|six|two|one|men|boy|if|for|odd|yes|no|no[tr])$/i;

/** `sqrt` is one name, `xy` is a product, and `xsin` one of both. A word that is neither stays whole, for the reader to refuse. */
function lettered(letters: string, spaced: boolean): Token[] {
  if (WORDS.test(letters)) return [{ kind: 'command', text: letters, spaced }];
  if (letters.replace(/'+$/, '').length === 1) return [{ kind: 'name', text: letters, spaced }];
  const tail = /^([a-zA-Z]{1,3}?)(sqrt|sin|cos|tan|pi|log|ln|exp)$/.exec(letters);
  if (tail)
    return [...lettered(tail[1] ?? '', spaced), { kind: 'command', text: tail[2] ?? '', spaced: false }];
  const product = (letters.length <= 3 && !UNITS.test(letters)) || letters === letters.toUpperCase();
  if (!product || letters.length > 8) return [{ kind: 'name', text: letters, spaced }];
  return [...letters].map((text, at) => ({ kind: 'name', text, spaced: spaced && at === 0 }));
}
