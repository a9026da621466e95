/** A language's tag (BCP 47), where a word is one: `zh`, `pt_BR`. */
export function languageTag(word: string): string | undefined {
  return /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(word) ? word.replaceAll('_', '-') : undefined;
}

/** A language as people call it: `Arabic (ar)`. Null where a word names none. */
export function languageName(word: string): string | null {
  const tag = languageTag(word);
  if (tag === undefined) return null;
  const name = nameOf(tag);
  return name === null ? null : `${name} (${tag})`;
}

/** The tag of a language that datasets name by its tag or by its English name: `Arabic` is `ar`. Undefined where nothing is named. */
export function tagOfLanguage(word: string): string | undefined {
  const plain = word.trim();
  const byName = englishNames().get(plain.toLowerCase().replace(/\s*\(.*\)$/, ''));
  if (byName !== undefined) return byName;
  const tag = languageTag(plain);
  return tag !== undefined && nameOf(tag) !== null ? tag : undefined;
}

/** Languages whose scripts run from right to left. */
const FROM_RIGHT = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|ku-arab|ms-arab|pnb|ps|sd|ug|ur|yi)(?:-|$)/i;

/** How a text in a language runs: by its first letters where no language is known. */
export function directionOf(tag: string | undefined): 'rtl' | 'auto' {
  return tag !== undefined && FROM_RIGHT.test(tag) ? 'rtl' : 'auto';
}

function nameOf(tag: string): string | null {
  try {
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
    return name === undefined || name === tag ? null : name;
  } catch {
    return null; // it only looks like one
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');
let names: ReadonlyMap<string, string> | undefined;

/** The tags of two letters by their English names, which the engine knows. */
function englishNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const display = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const tags = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  names = new Map(
    tags.flatMap((tag): [string, string][] => {
      const name = display.of(tag);
      return name === undefined ? [] : [[name.toLowerCase(), tag]];
    }),
  );
  return names;
}
