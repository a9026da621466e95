/** The largest whole number whose power is not above, by halving. */
export function wholeRoot(power: bigint, degree: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(power.toString(2).length) / degree + 1n);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= power) low = middle;
    else high = middle - 1n;
  }
  return low;
}
