import type { Reading } from '../profile/reading';

/**
 * What the answers of linked rows are compared by: the same for `39`, `39.0`, `$39$` and `\boxed{39}`. Null where the row has
 * none that can be compared.
 */
export function answerKey({ answers, traces }: Reading): string | null {
  if (answers.some(({ kind }) => kind === 'none')) return null;
  const references = traces
    .filter(({ kind }) => kind === 'reference')
    .flatMap(({ finalAnswer }) => finalAnswer ?? []);
  const texts = answers.length > 0 ? answers : references;
  const keys = texts.map(({ text }) => comparableAnswer(text)).filter((key) => key !== '');
  return keys.length === 0 ? null : keys.toSorted().join('; ');
}

/** One answer in the form that answers are compared in; empty where nothing is left of it. */
export function comparableAnswer(text: string): string {
  const inside = /^\s*\$*\s*\\boxed\s*\{(.*)\}\s*\$*\s*$/s.exec(text)?.[1] ?? text;
  const bare = inside.replaceAll(/\\[,;!]|[$\s]/g, '').replace(/\.$/, '');
  const digits = bare.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits) ? Number(digits) : NaN;
  return Number.isFinite(number) && digits.length <= 15 ? String(number) : bare.toLowerCase();
}
