/** A text of JSON, and the colon after it when it is a key. */
const TEXT = /("(?:[^"\\]|\\.)*")([ \t\r]*:)?/g;

/**
 * A row's text with each key spelt as `JSON.stringify` would. Of a key that an object has in two spellings, `JSON.parse` of
 * V8 13.6 now and then gives the first value in place of the last, by what it parsed before. Throws where the row is broken.
 */
export function withPlainKeys(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(TEXT, (whole: string, key: string, colon: string | undefined) =>
    colon !== undefined && key.includes('\\') ? JSON.stringify(JSON.parse(key)) + colon : whole,
  );
}
