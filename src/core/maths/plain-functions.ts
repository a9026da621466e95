import type { Token } from './plain-tokens';

/** Names that authors give to functions and to nothing else. */
const USUAL = ['f', 'g', 'h'];

/**
 * The letters that a formula uses as functions. The evidence: a lone sign in parentheses after the letter, `x(n)`, which nobody writes
 * for a product; arguments with a comma, `H(n, k)`; a prime, `q'(x)`. So `3^x(n)` is three to the x(n), but `2^m(x+1)` is a product.
 */
export function findFunctions(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set(USUAL);
  const open: { name: string | undefined; at: number }[] = [];
  tokens.forEach((token, at) => {
    const last = tokens[at - 1];
    if (token.kind === 'open') open.push({ name: nameBefore(tokens, at), at });
    if (token.kind === 'comma') add(found, open.at(-1)?.name);
    if (token.kind === 'prime' && last?.kind === 'letter') found.add(last.text);
    if (token.kind !== 'close') return;
    const opened = open.pop();
    if (opened && at - opened.at === 2 && last?.kind !== 'open') add(found, opened.name);
  });
  return found;
}

function nameBefore(tokens: readonly Token[], at: number): string | undefined {
  const [name, open] = [tokens[at - 1], tokens[at]];
  return name?.kind === 'letter' && open?.text === '(' && !open.before ? name.text : undefined;
}

function add(found: Set<string>, name: string | undefined): void {
  if (name !== undefined) found.add(name);
}
