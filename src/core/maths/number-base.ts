/** `base 7`, `base-$b$`, `in what base`; neither the base of a triangle nor `base 10`. */
const OTHER_BASE =
  /\bbase[-\s]+(?!\$?\s*10\b)(?:\$?\s*(?:[2-9]|[12]\d|3[0-6])\b(?!\s*(?:cm|mm|m|km|in|ft|units?|and\b[^.]*\bheight))|\$\s*[a-z]\b|[b-z]\b(?!\s+(?:of|and)\b)|(?:two|three|four|five|six|seven|eight|nine|eleven|twelve|sixteen)\b(?!\s+(?:cm|units?|inches|feet)))|\b(?:what|which|other|another|number) bases?\b/i;

/** Whether a text has numbers of another base than ten. */
export function speaksOfBase(text: string): boolean {
  return /base/i.test(text) && OTHER_BASE.test(text);
}
