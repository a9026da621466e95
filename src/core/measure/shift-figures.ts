import { binAt, binLabel, binsOf } from './bins';
import type { Bins } from './bins';
import type { Figure, Point } from './figure';
import { plainPoint } from './point';
import { rowsBehind } from './row-set';
import type { RowSamples, Sample, SampleName } from './row-samples';
import { kolmogorovSmirnov, quantile } from './two-samples';

const BINS = 16;
const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];
const UNITS: Record<SampleName, string> = {
  'problem length': 'Characters',
  'solution length': 'Characters',
  'magnitude of the numbers': 'Power of ten',
};

/** How two files differ in lengths and in the size of their numbers. */
export function shiftFigures(own: RowSamples, other: RowSamples, otherName: string): Figure[] {
  return [...own.samples].flatMap(([name, sample]) => {
    const others = other.samples.get(name);
    if (!others || sample.values.length === 0 || others.values.length === 0) return [];
    return [histograms(name, sample, others, otherName), quantiles(name, sample, others, otherName)];
  });
}

function histograms(name: SampleName, own: Sample, other: Sample, otherName: string): Figure {
  const { distance, p } = kolmogorovSmirnov(own.values, other.values);
  const bins = binsOf(bothOf(own.values, other.values), BINS);
  return {
    measure: 'shift',
    title: `Distribution: ${name}`,
    about: `Kolmogorov-Smirnov distance ${distance.toFixed(4)}, p ${p < 0.0001 ? 'below 0.0001' : `= ${p.toFixed(4)}`} (two samples, asymptotic; Smirnov 1948).`,
    shape: 'bars',
    unit: 'share',
    axis: UNITS[name],
    behind: 'rows of this file',
    series: [
      { name: 'this file', points: binned(own, bins, true) },
      { name: otherName, points: binned(other, bins, false) },
    ],
  };
}

function* bothOf(own: number[], other: number[]): Generator<number> {
  yield* own;
  yield* other;
}

function binned({ values, rows }: Sample, bins: Bins, withRows: boolean): Point[] {
  const counts = Array.from({ length: bins.count }, () => 0);
  const behind = Array.from({ length: bins.count }, (): number[] => []);
  values.forEach((value, at) => {
    const bin = binAt(bins, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (withRows) behind[bin]?.push(rows[at] ?? 0);
  });
  return counts.map((count, bin) =>
    plainPoint(binLabel(bins, bin), count / values.length, count, rowsBehind(behind[bin] ?? [])),
  );
}

function quantiles(name: SampleName, own: Sample, other: Sample, otherName: string): Figure {
  return {
    measure: 'shift',
    title: `Quantiles: ${name}`,
    about: 'Linear interpolation between neighbours (type 7 of Hyndman and Fan 1996).',
    shape: 'curve',
    unit: 'number',
    axis: 'Quantile',
    behind: '',
    series: [
      { name: 'this file', points: quantilesOf(own) },
      { name: otherName, points: quantilesOf(other) },
    ],
  };
}

function quantilesOf({ values }: Sample): Point[] {
  const sorted = Float64Array.from(values).sort();
  return QUANTILES.map((share) => plainPoint(`${100 * share} %`, quantile(sorted, share), values.length));
}
