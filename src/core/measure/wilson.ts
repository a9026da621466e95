/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * The score interval for a proportion: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927). It
 * keeps within 0 and 1, and is of use for few cases and for shares of 0 and 1. All of [0, 1] where nothing is known.
 */
export function wilsonInterval(right: number, total: number, z = Z): { low: number; high: number } {
  if (total <= 0) return { low: 0, high: 1 };
  const share = right / total;
  const square = (z * z) / total;
  const middle = share + square / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  const low = right === 0 ? 0 : Math.max(0, (middle - reach) / (1 + square));
  const high = right === total ? 1 : Math.min(1, (middle + reach) / (1 + square));
  return { low, high };
}
