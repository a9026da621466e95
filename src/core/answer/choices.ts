import type { Comparison } from './comparison';

const NAMED = /^\s*⟨?\s*(?:option|choice|answer|选项?)\s*:?\s*/i;
const CHOICE = /^[([]?\s*⟨?\s*[([]?([A-Ja-j])[)\].:]*\s*⟩?\s*[)\].:]?$/;
const CHOICE_WITH_TEXT = /^(?:⟨?\s*)?(?:\(([A-J])\)|([A-J])[).:])\s*⟩?\s*[^\s,;/&]/;

/** Compares two folded answers of which one is a choice: `(C)`, `C.` and `C) 12` all choose C. Null where it is not so. */
export function compareChoices(written: string, other: string): Comparison | null {
  return compareLetters(written.replace(NAMED, ''), other.replace(NAMED, ''));
}

function compareLetters(a: string, b: string): Comparison | null {
  const [left, right] = [letterOf(a), letterOf(b)];
  const [one, two] = [left ?? choiceWithText(a), right ?? choiceWithText(b)];
  if (one === null || two === null) return compareSeveral(a, b);
  if (left === null && right === null) return bothWithText(a, b);
  return one.toUpperCase() === two.toUpperCase()
    ? { verdict: 'equal-exact', how: 'same choice' }
    : { verdict: 'different', how: 'another choice' };
}

/** `(A) 12` and `A. 12`: whatever else they say must be the same. */
function bothWithText(a: string, b: string): Comparison | null {
  const [left, right] = [a, b].map((text) => text.replace(/^(?:⟨?\s*)?\(?([A-J])[).:]\s*⟩?\s*/, '$1 '));
  return left === right ? { verdict: 'equal-exact', how: 'same choice' } : null;
}

function letterOf(text: string): string | null {
  return CHOICE.exec(text)?.[1] ?? null;
}

function choiceWithText(text: string): string | null {
  const [, enclosed, bare] = CHOICE_WITH_TEXT.exec(text) ?? [];
  return enclosed ?? bare ?? null;
}

const SEVERAL = /^[A-J](?:(?:[,;/&\s]|and)*[A-J]){1,9}$/;

/** `ACD`, `A, C, D` and `⟨A, C and D⟩`, where at least one of both is a list: two words may be products. */
function compareSeveral(a: string, b: string): Comparison | null {
  const [left, right] = [a, b].map((text) => text.replace(/[⟨⟩(){}.⦃⦄]/g, ' ').trim());
  if (!left || !right || !SEVERAL.test(left) || !SEVERAL.test(right)) return null;
  const [one, other] = [left, right].map((text) => (text.match(/[A-J]/g) ?? []).sort().join(''));
  if (![left, right].some((text) => /[,;/&]|and/.test(text))) return null;
  return one === other
    ? { verdict: 'equal-exact', how: 'same choices' }
    : { verdict: 'different', how: 'other choices' };
}
