/**
 * JSON in one line: line breaks outside of strings go, with the indentation around them; after a comma a space stays. All else
 * keeps its bytes. The text must be JSON.
 */
export function inOneLine(json: string): string {
  if (!/[\r\n]/.test(json)) return json;
  const parts: string[] = [];
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at);
    const outside = json.slice(at, quote === -1 ? json.length : quote);
    parts.push(withoutBreaks(outside));
    if (quote === -1) break;
    at = stringEnd(json, quote);
    parts.push(json.slice(quote, at));
  }
  return parts.join('');
}

const SPACE_WITH_BREAK = /[ \t]*[\r\n][ \t\r\n]*/g;

function withoutBreaks(outside: string): string {
  return outside.replace(SPACE_WITH_BREAK, (_, at: number) => (outside[at - 1] === ',' ? ' ' : ''));
}

/** The offset behind the quote that closes the string which begins at `quote`. */
function stringEnd(json: string, quote: number): number {
  for (let at = json.indexOf('"', quote + 1); at !== -1; at = json.indexOf('"', at + 1)) {
    let slashes = at;
    while (json[slashes - 1] === '\\') slashes--;
    if ((at - slashes) % 2 === 0) return at + 1;
  }
  return json.length;
}
