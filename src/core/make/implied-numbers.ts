/** Words that bring a number into a calculation without its being written: half of something is divided by 2. */
const IMPLIED: [RegExp, number[]][] = [
  [/\b(?:half|halves|halved|twice|double[ds]?|doubling|pairs?|couples?|both|second|other)\b/i, [2]],
  [/\b(?:thirds?|triple[ds]?|thrice|trio)\b/i, [3]],
  [/\b(?:quarters?|fourths?|quadruple[ds]?)\b/i, [4]],
  [/\bfifths?\b/i, [5]],
  [/\bsixths?\b/i, [6]],
  [/\b(?:weeks?|weekly|sevenths?)\b/i, [7]],
  [/\beighths?\b/i, [8]],
  [/\btenths?\b/i, [10]],
  [/\bdozens?\b/i, [12]],
  [/\b(?:years?|yearly|annual(?:ly)?)\b/i, [12, 52, 365]],
  [/\b(?:months?|monthly)\b/i, [4, 12, 30, 31]],
  [/\b(?:days?|daily)\b/i, [7, 24]],
  [/\b(?:hours?|hourly|minutes?|seconds?)\b/i, [24, 60]],
  [/\b(?:foot|feet|inch(?:es)?)\b/i, [12]],
  [/\b(?:yards?|square|sides?)\b/i, [2, 3, 4]],
  [/\b(?:pounds?|ounces?)\b/i, [16]],
  [/%|\bpercent|\bcents?\b|\bdollars?\b|\bmet(?:er|re)s?\b/i, [100]],
  [/\bkilo|\bkm\b|\bkg\b|\btons?\b/i, [1000]],
];

const WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Numbers that a question names by a word: a numeral that is worth the same may mean either. */
export function impliedNumbers(question: string): Set<number> {
  const implied = IMPLIED.flatMap(([word, numbers]) => (word.test(question) ? numbers : []));
  const spelt = WORDS.flatMap((word, at) =>
    new RegExp(`\\b${word}\\b`, 'i').test(question) ? [at + 1] : [],
  );
  return new Set([...implied, ...spelt]);
}
