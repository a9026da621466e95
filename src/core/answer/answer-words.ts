/** What words for "there is none" become. */
const NONE = 'none';

/** Several ways to say one thing, without spaces and in small letters. */
const SAME_WORDS: [RegExp, string][] = [
  [/^(?:dne|(?:the)?(?:limit)?doesnotexist)$/, 'dne'],
  [/^(?:none|∅|(?:the)?emptyset|(?:thereis|thereare)?no(?:real|integer)?(?:solutions?|roots?|values?)(?:exists?)?)$/, NONE],
]; // prettier-ignore

/** A folded text by which the same words are known again: no case, spaces, marks of text, or articles. */
export function plain(text: string): string {
  const said = text
    .toLowerCase()
    .replace(/\\[ ,;]|[⟨⟩\s$]/g, '')
    .replace(/\.$/, '')
    .replace(/^(?:the|a|an)(?= )/, '')
    .replace(/^\((.*)\)$/, '$1');
  return SAME_WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}

/** Whether words say that there is no solution. */
export function saysNone(text: string): boolean {
  return plain(text) === NONE;
}
