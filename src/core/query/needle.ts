/**
 * Bytes that a row may have to contain. A row that has none of a query's needles cannot fit; one that has some may.
 */
export interface Needle {
  bytes: Uint8Array;
  /** The letters A to Z in both cases. */
  ignoreCase: boolean;
  /** Counts only in rows that write one of these ASCII characters as `\u00XX`. Null: counts in any row. */
  escapes: ReadonlySet<number> | null;
}

/** Needles of which every row that fits has at least one. */
export interface AnyNeedle {
  needles: Needle[];
  /** How few other rows have them: a guess, to choose between conditions. */
  worth: number;
}

/** Stretches that JSON writes in one way alone, but for `\u00XX`. Quotes, backslashes and slashes have several. */
const PLAIN = /[\u0020!\u0023-\u002e0-[\]-~]+/g;
const LONGEST = 64;
/** An ASCII stretch as long as this is taken before a sign of another script, which has two spellings to look for. */
const GOOD = 4;
const ESCAPE = Buffer.from('\\u00');

/**
 * The needles for a text that stands somewhere in a row's values, or in a row that is not JSON; null when every spelling of it
 * is uncertain. JSON may write any character as `\uXXXX`, either case of hex: rows that do so for one of these are let through.
 */
export function needlesFor(text: string, ignoreCase: boolean): AnyNeedle | null {
  const plain = (text.match(PLAIN) ?? []).toSorted((a, b) => b.length - a.length)[0]?.slice(0, LONGEST) ?? '';
  if (plain.length >= GOOD) return plainNeedles(plain, ignoreCase);
  const sign = Array.from(text).find((candidate) => isSureSign(candidate, ignoreCase));
  if (sign !== undefined) return signNeedles(sign);
  return plain === '' ? null : plainNeedles(plain, ignoreCase);
}

function plainNeedles(text: string, ignoreCase: boolean): AnyNeedle {
  const bytes = Buffer.from(text, 'latin1');
  const spelled = ignoreCase ? text.toLowerCase() + text.toUpperCase() : text;
  const escapes = new Set(Buffer.from(spelled, 'latin1'));
  return {
    needles: [
      { bytes, ignoreCase, escapes: null },
      { bytes: ESCAPE, ignoreCase: false, escapes },
    ],
    worth: text.length,
  };
}

/** A sign beyond ASCII stands as itself or as `\uXXXX` (two of them beyond U+FFFF). */
function signNeedles(sign: string): AnyNeedle {
  const units = Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at));
  const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  return {
    needles: [
      { bytes: Buffer.from(sign), ignoreCase: false, escapes: null },
      { bytes: Buffer.from(escaped), ignoreCase: true, escapes: null },
    ],
    worth: GOOD - 1,
  };
}

/** Not ASCII, without another case, and not what stands for bytes that are no UTF-8, nor half a character. */
function isSureSign(sign: string, ignoreCase: boolean): boolean {
  if (sign < '\u0080' || sign === '\ufffd' || /^[\ud800-\udfff]$/.test(sign)) return false;
  return !ignoreCase || (sign.toLowerCase() === sign && sign.toUpperCase() === sign);
}

/** One of several conditions holds: the needles of all of them. Needles for the same bytes become one. */
export function anyOf(clauses: AnyNeedle[]): AnyNeedle {
  const merged: Needle[] = [];
  for (const needle of clauses.flatMap(({ needles }) => needles)) {
    const same = merged.findIndex(
      ({ bytes, ignoreCase }) =>
        ignoreCase === needle.ignoreCase && Buffer.compare(bytes, needle.bytes) === 0,
    );
    const known = merged[same];
    if (!known) merged.push(needle);
    else merged[same] = { ...known, escapes: bothEscapes(known.escapes, needle.escapes) };
  }
  return { needles: merged, worth: Math.min(...clauses.map(({ worth }) => worth)) };
}

function bothEscapes(a: Needle['escapes'], b: Needle['escapes']): Needle['escapes'] {
  return a && b ? new Set([...a, ...b]) : null;
}
