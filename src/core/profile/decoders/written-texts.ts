/** A text in a list or an object that was itself written as a text. Offsets are UTF-16 units there, `text` is without its escapes. */
export interface WrittenText {
  key: string | null;
  start: number;
  end: number;
  text: string;
}

const PART =
  /(?:(['"])(?<key>(?:\\.|(?!\1)[^\\])*)\1\s*:\s*)?(?:(['"])(?<text>(?:\\.|(?!\3)[^\\])*)\3|(?<bare>-?\d[\d.eE+-]*))(?=\s*[,\]}]|\s+['"])/dgu;

/**
 * `["12", "13"]`, `{'A': '12', 'B': '13'}`: texts and numbers in a list or an object, as JSON, Python or NumPy writes it; none where
 * it holds anything else.
 */
export function writtenTexts(written: string): WrittenText[] {
  if (!/^\s*(?:\[[\s\S]*\]|\{[\s\S]*\})\s*$/.test(written)) return [];
  if (!/^\s*[[{][\s,]*[\]}]\s*$/.test(written.replaceAll(PART, ''))) return [];
  return [...written.matchAll(PART)].map(({ indices, groups = {} }) => {
    const [start, end] = indices?.groups?.['text'] ?? indices?.groups?.['bare'] ?? [0, 0];
    return { key: groups['key'] ?? null, start, end, text: unescaped(written.slice(start, end)) };
  });
}

/** `\\frac` is `\frac` there; with a lone `\frac` it was no JSON after all, and the text stands as it is. */
export function unescaped(text: string): string {
  const lone = /[\n\t"]|\\(?![\\"/]|u[\da-fA-F]{4})/.test(text.replaceAll(/\\[\\"]/g, ''));
  return lone ? text : (JSON.parse(`"${text}"`) as string);
}
