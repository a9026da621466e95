/** What a bin of a histogram is called, with as many digits as tell it from its neighbours. */
export function binLabel(from: number, width: number, bin: number): string {
  const digits = Math.min(12, Math.max(0, 2 - Math.floor(Math.log10(width))));
  const text = (value: number) => String(Number(value.toFixed(digits)));
  return `${text(from + bin * width)} to ${text(from + (bin + 1) * width)}`;
}
