import type { Figure } from '../../src/core/measure/figure';

/** A value as people read it: shares in percent, numbers to four digits. */
export function valueText(value: number, unit: Figure['unit']): string {
  if (!Number.isFinite(value)) return '–';
  if (unit === 'share') return `${(100 * value).toFixed(1)} %`;
  return Number(value.toPrecision(4)).toLocaleString('en', { maximumFractionDigits: 6 });
}
