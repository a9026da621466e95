/** `base 7`, `base-$b$`, `in what base`; neither the base of a triangle nor `base 10`. */
const OTHER_BASE =
  /\bbase[-\s]+(?!\$?\s*10\b)(?:\$?\s*(?:\d|[a-z]\b)|(?:two|three|four|five|six|seven|eight|nine|eleven|twelve|sixteen)\b)|\b(?:what|which|other|another|number) bases?\b/i;

/** Whether a text has numbers of another base than ten. */
export function speaksOfBase(text: string): boolean {
  return text.includes('base') && OTHER_BASE.test(text);
}
