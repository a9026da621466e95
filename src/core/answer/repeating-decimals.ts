/** `0.1\overline{6}`, with a bar or dot over what repeats. */
const MARKED = /(\d{1,15})\.(\d{0,15})\\(?:overline|bar|dot)\s*(?:\{\s*(\d{1,15})\s*\}|(\d))(?!\d)/g;
/** `0.1666...`: what stands three times goes on for ever. */
const GOES_ON = /(\d{1,15})\.(\d{0,6}?)(\d{1,6}?)\3{2,8}(?:\.\.\.|…|\s*\\[lc]?dots(?![A-Za-z]))/g;

/** `0.(3)`, with what repeats in parentheses; behind other decimals these may be a product. */
const ENCLOSED = /(?<![\d.])(\d{1,15})\.\((\d{1,15})\)(?![\d(])/g;

/** A text with its repeating decimals as the fractions that they are worth, in parentheses. */
export function withoutRepeats(text: string): string {
  return text
    .replace(MARKED, (_all, whole: string, first: string, group?: string, digit?: string) =>
      fraction(whole, first, group ?? digit ?? ''),
    )
    .replace(ENCLOSED, (_all, whole: string, repeated: string) => fraction(whole, '', repeated))
    .replace(GOES_ON, (_all, whole: string, first: string, repeated: string) =>
      fraction(whole, first, repeated),
    );
}

/** 0.1666... is (16 - 1) / 90: of all digits up to the first repetition, less those before it, over nines and noughts. */
function fraction(whole: string, first: string, repeated: string): string {
  const top = BigInt(whole + first + repeated) - BigInt(whole + first);
  const bottom = (10n ** BigInt(repeated.length) - 1n) * 10n ** BigInt(first.length);
  return `(\\frac{${top}}{${bottom}})`;
}
