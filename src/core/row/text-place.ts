/** Where an offset stands in a text of several lines: both counted from 1, columns in UTF-16 units. */
export interface TextPlace {
  line: number;
  column: number;
}

/** The line and column of a UTF-16 offset. Lines end with a line feed. */
export function placeOf(text: string, offset: number): TextPlace {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = text.indexOf('\n', start);
    if (end === -1 || end >= offset) return { line, column: offset - start + 1 };
    line++;
    start = end + 1;
  }
}
