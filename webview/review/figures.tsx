import type { FirstErrorsApart } from '../../src/core/agreement/first-errors-apart';
import type { PairFigure } from '../../src/core/agreement/pair-agreement';

/** A figure with its interval, or why there is none. */
export function Figure({ name, figure: { statistic, interval } }: { name: string; figure: PairFigure }) {
  if (statistic.value === null)
    return (
      <>
        <dt class="undefined">{name}</dt>
        <dd class="why mut">not defined: {statistic.why}</dd>
      </>
    );
  return (
    <>
      <dt>{name}</dt>
      <dd>{decimals(statistic.value)}</dd>
      <dd class="mut">
        {interval ? `${decimals(interval.low)} to ${decimals(interval.high)}` : 'no interval'}
      </dd>
    </>
  );
}

/** How often two put the first error of a trace at the same step, and how often within one. */
export function FirstErrorFigures({ of: { traces, sameFirstError, withinOne } }: { of: FirstErrorsApart }) {
  return (
    <>
      <dt>Same first error</dt>
      <dd>{sameFirstError}</dd>
      <dd class="mut">of {count(traces, 'trace')}</dd>
      <dt>Within one step</dt>
      <dd>{withinOne}</dd>
      <dd class="mut">of {count(traces, 'trace')}</dd>
    </>
  );
}

export function count(many: number, what: string): string {
  return `${many.toLocaleString('en')} ${many === 1 ? what : `${what}s`}`;
}

/** With a minus, not a hyphen. */
function decimals(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
