import type { Answer, Choice } from './reading';

/**
 * Tells which choices the reference answer names: by their letters (one or several: `AC`, `A, C`), or by their text. A number is
 * a place from 0 on where the profile says so, as in MMLU. Where nothing is named, nothing is said.
 */
export function markRightChoices(choices: Choice[], answers: Answer[], byPlace: boolean): void {
  if (choices.length === 0 || answers.length === 0) return;
  const named = answers.map(({ text }) => namedBy(text.trim(), choices, byPlace));
  if (named.some((places) => places === null)) return;
  const right = new Set(named.flatMap((places) => places ?? []));
  for (const [at, choice] of choices.entries()) choice.right = right.has(at);
}

function namedBy(text: string, choices: Choice[], byPlace: boolean): number[] | null {
  if (byPlace && /^\d+$/.test(text)) return Number(text) < choices.length ? [Number(text)] : null;
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
  const place = choices.findIndex(({ source }) => source.text === text);
  return place === -1 ? null : [place];
}
