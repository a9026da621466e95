/** What words for "there is none" become. */
const NONE = 'none';

/** Several ways to say one thing, without spaces and in small letters. */
const SAME_WORDS: [RegExp, string][] = [
  [/^(?:dne|(?:itis|is)?(?:undefined|notdefined)|(?:the)?(?:limit)?(?:doesnot|doesn't)exist)$/, 'dne'],
  [/^(?:(?:thereare)?infinitelymany(?:solutions|values)?|infinite(?:solutions)?)$/, 'infinitely many'],
  [/^(?:all(?:the)?|any|the)?integers?$|^\\mathbb\{?z\}?$/, 'integers'],
  [/^(?:none|∅|无(?:实数?)?解|(?:the)?emptyset|(?:thereis|thereare)?no(?:real|integer)?(?:solutions?|roots?|values?)(?:exists?)?)$/, NONE],
]; // prettier-ignore

/** Those between digits may be what keeps 3 1/2 from being 31/2. */
const SPACES = /(?<!\d)\s+|\s+(?!\d)/g;

/** A folded text without what its words need not have: marks, and spaces. */
export function joinedUp(text: string): string {
  return text.replace(/[⟨⟩]/g, '').replace(SPACES, '');
}

/** A folded text by which the same words are known again: no case, spaces, marks of text, or articles. */
export function plain(text: string): string {
  const said = text
    .toLowerCase()
    .replace(/^[⟨\s]*(?:the|a|an)\s+(?=\p{L}{2})/u, '')
    .replace(/\\[ ,;]|[⟨⟩$]/g, '')
    .replace(SPACES, '')
    .replace(/\.$/, '')
    .replace(/^\((.*)\)$/, '$1');
  return SAME_WORDS.find(([pattern]) => pattern.test(said))?.[1] ?? said;
}

const YES_OR_NO = /^⟨?\s*(yes|no|true|false)\b(?:\s*⟩?\s*[,.;:!]\s*\S[\s\S]*|[\s⟩.!]*)$/i;

/** The one word that answers: `yes` of "Yes, it is." and of "yes"; null for what says anything else. Takes a folded text. */
export function yesOrNo(text: string): string | null {
  return YES_OR_NO.exec(text)?.[1]?.toLowerCase() ?? null;
}

/** Whether words say that there is no solution. */
export function saysNone(text: string): boolean {
  return plain(text) === NONE;
}
