/** A whole number that a formula may take: `, k ∈ \mathbb{Z}` or `(where n is an integer)` behind it. */
const PARAMETER =
  /[\s,;]*\(?\s*(?:⟨\s*)?(?:where|for|with)?(?:\s*⟩)?\s*(?:⟨?(?:any|all|some|an)?\s*integers?⟩?\s+)?\b([a-z])\s*(?:∈\s*\\(?:mathbb|mathbf|Bbb)\s*\{?\s*[ZN]\s*\}?(?:_\{?[+\d>≥]*\}?|\^\{?[+*]\}?)?|(?:⟨\s*)?is an integer(?:\s*⟩)?)\s*\)?$/;

/** A folded text without what it says of the parameter behind it, which is then called k, whatever its name. */
export function withoutParameter(text: string): string {
  if (!/[∈]|integer/.test(text)) return text;
  const found = PARAMETER.exec(text);
  const name = found?.[1];
  if (!found || name === undefined || found.index === 0) return text;
  const rest = text.slice(0, found.index);
  return rest.replace(new RegExp(String.raw`(?<![A-Za-z\\])${name}(?![A-Za-z])`, 'g'), 'k');
}
