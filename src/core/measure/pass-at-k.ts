/**
 * The chance that one of `k` solutions drawn from `n`, of which `c` are right, is right: 1 - C(n-c, k) / C(n, k). The unbiased
 * estimator of Chen et al., Evaluating Large Language Models Trained on Code (2021), as a product that neither overflows nor
 * cancels. NaN where fewer than `k` solutions are known.
 */
export function passAtK(n: number, c: number, k: number): number {
  if (k > n || k < 1 || c < 0 || c > n) return NaN;
  if (n - c < k) return 1;
  let allWrong = 1;
  for (let drawn = n - c + 1; drawn <= n; drawn++) allWrong *= 1 - k / drawn;
  return 1 - allWrong;
}

/** The numbers of draws that a curve is drawn for: powers of two, and `n` itself. */
export function drawsUpTo(n: number): number[] {
  const draws: number[] = [];
  for (let k = 1; k < n; k *= 2) draws.push(k);
  return n >= 1 ? [...draws, n] : [];
}
