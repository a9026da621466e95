import { CUT_APART } from './cut-apart';
import type { AgreementFigure } from './agreement-report';

/** A figure as a line of text: what it is of, its value with its interval, or why it has none. */
export function figureWords(figure: AgreementFigure): string {
  const { about, part, of, annotators, items, statistic, value, low, high, why } = figure;
  if (statistic === CUT_APART)
    return `${about}: ${items === 1 ? '1 trace is' : `${items} traces are`} cut differently by ${annotators.join(', ')}: a label counts only where another one has the same step`;
  const who = ['pair', 'annotator', 'self'].includes(part) ? ` ${annotators.join(' and ')}` : '';
  const which = part === 'all' ? '' : `, ${part}${who}${of === '' ? '' : ` ${of}`}`;
  const interval = low === null || high === null ? '' : ` [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const shown = value === null ? `not defined: ${why ?? ''}` : `${value.toFixed(3)}${interval}`;
  return `${about}${which}: ${statistic} ${shown} (${items === 1 ? '1 item' : `${items} items`})`;
}
