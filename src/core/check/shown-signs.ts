/** A row's text with signs in the place of their escapes, `é` for `\u00e9`, and where each of its UTF-16 units stands in the row. */
export interface ShownSigns {
  text: string;
  place: (at: number) => number;
}

/** Of a sign by its number, which `\\underline` is not. */
const ESCAPE = /(?<!\\)((?:\\\\)*)\\u(?!00[0-7])([\da-f]{4})/gi;
/** How much longer an escape is than its sign. */
const LONGER = 5;

/** Those of ASCII stay: a quotation mark would end the text. */
export function readSigns(written: string): ShownSigns {
  if (!written.includes('\\u')) return { text: written, place: (at) => at };
  const signs: number[] = [];
  const text = written.replaceAll(ESCAPE, (_escape, before: string, code: string, at: number) => {
    signs.push(at + before.length - signs.length * LONGER);
    return before + String.fromCharCode(Number.parseInt(code, 16));
  });
  return { text, place: (at) => at + LONGER * signs.filter((sign) => sign < at).length };
}
