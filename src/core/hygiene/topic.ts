/** How far a share is from what chance would give, before it is taken for more than chance. */
const SURE = 12;

/**
 * Whether so many of some rows have a word that only `base` of all have for more than chance. Chernoff's bound: a share `k / n` or
 * more comes by chance with a probability of at most exp(-n D), where D is the divergence of both shares.
 */
export function isMoreThanChance(k: number, n: number, base: number): boolean {
  const share = k / n;
  if (share <= base) return false;
  const least = Math.max(base, 1e-9);
  const rest = share === 1 ? 0 : (1 - share) * Math.log((1 - share) / (1 - least));
  return n * (share * Math.log(share / least) + rest) >= SURE;
}
