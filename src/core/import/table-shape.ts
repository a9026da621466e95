import Papa from 'papaparse';

export interface TableShape {
  delimiter: string;
  /** `commas`, `tabs`... */
  words: string;
}

const WORDS: Record<string, string> = { ',': 'commas', '\t': 'tabs', ';': 'semicolons', '|': 'bars' };
const LINES = 10;

/** Whether a text is a table, and what stands between its cells. `text` may be cut off anywhere. */
export function tableShape(text: string, name: string): TableShape | null {
  const named = /\.(csv|tsv|tab)$/i.test(name);
  const { data, meta } = Papa.parse<string[]>(text, {
    preview: LINES,
    skipEmptyLines: true,
    delimitersToGuess: Object.keys(WORDS),
  });
  const widths = data.slice(0, LINES - 1).map((row) => row.length);
  const width = widths[0] ?? 0;
  const even = widths.filter((cells) => cells === width).length;
  const regular = width > 1 && widths.length > 1 && even * 10 >= widths.length * 9;
  if (!named && !regular) return null;
  const byName = /\.(tsv|tab)$/i.test(name) ? '\t' : ',';
  const delimiter = width > 1 ? meta.delimiter : byName;
  return { delimiter, words: WORDS[delimiter] ?? `“${delimiter}”` };
}
