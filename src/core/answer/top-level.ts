const OPENS = '([{⦃⌊⌈';
const CLOSES = ')]}⦄⌋⌉';

/** The pieces of a text between the separators that stand outside of all brackets, and the separators. */
export function splitTopLevel(text: string, separator: RegExp): { parts: string[]; signs: string[] } {
  if (!separator.test(text)) return { parts: [text.trim()], signs: [] };
  const parts: string[] = [];
  const signs: string[] = [];
  const sign = new RegExp(separator.source, 'y');
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (OPENS.includes(letter)) depth += 1;
    else if (CLOSES.includes(letter)) depth -= 1;
    if (depth !== 0) continue;
    sign.lastIndex = at;
    const found = sign.exec(text)?.[0];
    if (found === undefined || found === '') continue;
    parts.push(text.slice(from, at).trim());
    signs.push(found.trim());
    from = at + found.length;
    at = from - 1;
  }
  parts.push(text.slice(from).trim());
  return { parts, signs };
}

/** The inside of a text that one pair of brackets encloses; null when it is not so. */
export function insideBrackets(text: string): { open: string; close: string; inside: string } | null {
  const open = text[0] ?? '';
  const close = text.at(-1) ?? '';
  if (text.length < 2 || !OPENS.includes(open) || !CLOSES.includes(close)) return null;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const letter = text[at] ?? '';
    if (OPENS.includes(letter)) depth += 1;
    else if (CLOSES.includes(letter)) depth -= 1;
    if (depth === 0) return null;
  }
  return depth === 1 ? { open, close, inside: text.slice(1, -1).trim() } : null;
}
