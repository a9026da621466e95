import type { TimeUnit } from './parquet-values';

const DIGITS: Record<TimeUnit, number> = { MILLIS: 3, MICROS: 6, NANOS: 9 };
const DAY_SECONDS = 86_400n;

/** A whole number divided by ten to the `scale`, with all its digits. */
export function decimalText(whole: bigint, scale: number): string {
  if (scale <= 0) return String(whole * 10n ** BigInt(-scale));
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** `2024-05-01`, from days since 1970. */
export function isoDate(days: number): string {
  const date = new Date(days * 86_400_000);
  return Number.isNaN(date.getTime()) ? `day ${days}` : date.toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/** `23:59:59.000001`, from units since midnight. */
export function isoTime(units: bigint, unit: TimeUnit): string {
  const perSecond = 10n ** BigInt(DIGITS[unit]);
  const seconds = Number(floorDiv(units, perSecond));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = String(floorMod(units, perSecond)).padStart(DIGITS[unit], '0');
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${fraction}`;
}

/** `2024-05-01T23:59:59.000001Z`, from units since 1970; without `Z` when it is a time on some local clock. */
export function isoTimestamp(units: bigint, unit: TimeUnit, utc: boolean): string {
  const perDay = DAY_SECONDS * 10n ** BigInt(DIGITS[unit]);
  const date = isoDate(Number(floorDiv(units, perDay)));
  return `${date}T${isoTime(floorMod(units, perDay), unit)}${utc ? 'Z' : ''}`;
}

function floorDiv(value: bigint, by: bigint): bigint {
  return (value - floorMod(value, by)) / by;
}

function floorMod(value: bigint, by: bigint): bigint {
  return ((value % by) + by) % by;
}
