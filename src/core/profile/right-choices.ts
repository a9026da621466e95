import type { Answer, Choice } from './reading';

/**
 * Tells which choices the reference answer names: by their letters (one or several: `AC`, `A, C`), or by their text. A number is
 * a place where the profile says what the first one counts as, 0 in MMLU. Where nothing is named, nothing is said.
 */
export function markRightChoices(choices: Choice[], answers: Answer[], first: number | null): void {
  if (choices.length === 0 || answers.length === 0) return;
  const named = answers.map(({ text }) => namedBy(text.trim(), choices, first));
  if (named.some((places) => places === null)) return;
  const right = new Set(named.flatMap((places) => places ?? []));
  for (const [at, choice] of choices.entries()) choice.right = right.has(at);
}

function namedBy(text: string, choices: Choice[], first: number | null): number[] | null {
  if (first !== null && /^\d+$/.test(text)) {
    const place = Number(text) - first;
    return place >= 0 && place < choices.length ? [place] : null;
  }
  return byLabels(text, choices) ?? byText(text, choices);
}

/** `C`, `(C)`, `C. 3000`, `AC`, `A and C`. */
function byLabels(text: string, choices: Choice[]): number[] | null {
  const labels = choices.map(({ label }) => label.toUpperCase());
  const [, letter = ''] = /^\(?([A-Za-z])\)?(?:[.):]\s.*)?[.)]?$/s.exec(text) ?? [];
  const letters = letter === '' ? lettersOf(text) : [letter];
  const places = letters.map((each) => labels.indexOf(each.toUpperCase()));
  if (places.length > 0 && !places.includes(-1)) return places;
  const whole = labels.indexOf(text.toUpperCase());
  return whole === -1 ? null : [whole];
}

function lettersOf(text: string): string[] {
  return /^[A-J]{2,10}$|^[A-Ja-j](?:(?:\s*[,;&、]\s*|\s+and\s+)[A-Ja-j])+$/.test(text)
    ? (text.replaceAll(/and/g, '').match(/[A-Ja-j]/g) ?? [])
    : [];
}

function byText(text: string, choices: Choice[]): number[] | null {
  const exact = choices.findIndex(({ source }) => source.text === text);
  const place = exact === -1 ? choices.findIndex(({ source }) => bare(source.text) === bare(text)) : exact;
  return place === -1 ? null : [place];
}

/** Without the signs of a formula around it and the stop behind it. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^\$+|\$+$/g, '')
    .replace(/\.$/, '')
    .trim();
}
