/**
 * A second reading of plain notation and of the TeX made from it, by plain arithmetic, to see that both mean the same number.
 * Letters get values from their names; products by juxtaposition rank with `*`; everything not arithmetic gives undefined.
 */
export function evaluatePlain(text: string): number | undefined {
  const source = text.replace(/arctan|floor|max|min|gcd|lcm|sin|cos|tan/g, FUNCTION);
  const tokens = source.match(/[0-9]+(?:\.[0-9]+)?|(?:sqrt|binom)|[A-Za-z]|[-+*/^_()!,|]/g) ?? [];
  if (tokens.join('') !== source.replace(/\s/g, '')) return undefined;
  const reader = { tokens, at: 0 };
  try {
    const value = sum(reader);
    return reader.at === tokens.length ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Stands for the dots of a sum or product, which are to stay in their place among the factors. */
export const DOTS = 'Q';

/** Stands for any named function. */
const FUNCTION = 'F';

/** Undoes the TeX: `\frac{a}{b}` to `((a)/(b))`, braces to parentheses. */
export function texToPlain(tex: string): string {
  let plain = tex
    .replace(/\\[lc]dots/g, DOTS)
    .replace(/\\(?:left|right)(?![a-z])/g, '')
    .replaceAll('\\cdot', '*')
    .replace(/\\(?=(?:max|min|gcd|sin|cos|tan|arctan)(?![a-z]))|\\operatorname(?=\{lcm\})/g, '')
    .replaceAll('{lcm}', 'lcm')
    .replaceAll('\\lfloor', 'floor(')
    .replaceAll('\\rfloor', ')')
    .replace(/\\[{}]/g, ';')
    .replaceAll('{,}', '')
    .replaceAll('\\ ', ' ');
  const one = String.raw`\{((?:[^{}])*)\}`;
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain
      .replace(new RegExp(`\\\\frac${one}${one}`), '(($1)/($2))')
      .replace(new RegExp(`\\\\binom${one}${one}`), 'binom($1,$2)')
      .replace(new RegExp(`\\\\sqrt${one}`), 'sqrt($1)')
      .replace(new RegExp(`([_^])${one}`), '$1($2)');
  }
  return plain;
}

interface Reader {
  tokens: string[];
  at: number;
}

function sum(reader: Reader): number {
  let value = product(reader);
  for (let sign = reader.tokens[reader.at]; sign === '+' || sign === '-'; sign = reader.tokens[reader.at]) {
    reader.at += 1;
    value += (sign === '+' ? 1 : -1) * product(reader);
  }
  return value;
}

function product(reader: Reader): number {
  let value = signed(reader);
  for (
    let sign = reader.tokens[reader.at];
    sign !== undefined && !'+-),|'.includes(sign);
    sign = reader.tokens[reader.at]
  ) {
    if (sign === '*' || sign === '/') reader.at += 1;
    const next = signed(reader);
    value = sign === '/' ? value / next : value * next;
  }
  return value;
}

function signed(reader: Reader): number {
  if (reader.tokens[reader.at] !== '-') return power(reader);
  reader.at += 1;
  return -signed(reader);
}

function power(reader: Reader): number {
  const base = marked(reader);
  if (reader.tokens[reader.at] !== '^') return base;
  reader.at += 1;
  return Math.pow(base, signed(reader));
}

/** Any smooth stand-in will do for a factorial or an index, so long as both readings use the same. */
function marked(reader: Reader): number {
  let value = atom(reader);
  for (let sign = reader.tokens[reader.at]; sign === '!' || sign === '_'; sign = reader.tokens[reader.at]) {
    reader.at += 1;
    value = sign === '!' ? Math.cos(value) + 2 : value + Math.sin(7 * atom(reader));
  }
  return value;
}

function atom(reader: Reader): number {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token === undefined) throw new Error('end');
  if (/^[0-9]/.test(token)) return Number(token);
  if (token === '(') return closed(reader, ')');
  if (token === '|') return Math.abs(closed(reader, '|'));
  if (token === 'sqrt') return Math.sqrt(Math.abs(atom(reader)));
  if (token === 'binom') return binomial(reader);
  if (token === FUNCTION && reader.tokens[reader.at] === '(') return Math.cos(atom(reader)) + 2;
  if (/^[A-Za-z]$/.test(token)) return 1 + (token.charCodeAt(0) % 29) / 17;
  throw new Error(token);
}

function binomial(reader: Reader): number {
  reader.at += 1;
  const top = sum(reader);
  reader.at += 1;
  return top + 3 * closed(reader, ')');
}

function closed(reader: Reader, end: string): number {
  const value = sum(reader);
  if (reader.tokens[reader.at] !== end) throw new Error('unclosed');
  reader.at += 1;
  return value;
}
