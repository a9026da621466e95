import { isModel } from '../annotation/annotator-name';
import type { SignedDecision } from '../annotation/event';
import type { AgreementFigure } from './agreement-report';

export const CUT_APART = 'traces cut differently';

/** How many traces people cut into steps differently. */
export interface CutApart {
  traces: number;
  /** By name. */
  annotators: string[];
}

/**
 * The traces that several people labelled and do not cut alike: there a label counts only where another one has the same step.
 * `rows`: what stands of each row.
 */
export function cutApart(rows: Iterable<readonly SignedDecision[]>): CutApart {
  const annotators = new Set<string>();
  let traces = 0;
  for (const standing of rows) {
    for (const cuts of cutsByTrace(standing).values()) {
      if (new Set(cuts.values()).size < 2) continue;
      traces++;
      for (const annotator of cuts.keys()) annotators.add(annotator);
    }
  }
  return { traces, annotators: [...annotators].toSorted() };
}

/** The same as a figure, none where everybody cuts alike. */
export function cutFigures(rows: Iterable<readonly SignedDecision[]>): AgreementFigure[] {
  const { traces, annotators } = cutApart(rows);
  if (traces === 0) return [];
  return [
    {
      ...{ about: 'step label', part: 'all', of: '', annotators, items: traces },
      ...{ statistic: CUT_APART, value: traces, low: null, high: null, why: null },
    },
  ];
}

/** Of each trace of a row the cut of everybody who labelled it, as text; '' is the dataset's own. */
function cutsByTrace(standing: readonly SignedDecision[]): Map<string, Map<string, string>> {
  const traces = new Map<string, Map<string, string>>();
  for (const { annotator, ...decision } of standing) {
    const { target } = decision;
    if (!('trace' in target) || isModel(annotator)) continue;
    if (decision.what !== 'label' && decision.what !== 'verdict' && decision.what !== 'cut') continue;
    const cuts = traces.get(target.trace) ?? new Map<string, string>();
    traces.set(target.trace, cuts);
    if (decision.what !== 'cut') cuts.set(annotator, cuts.get(annotator) ?? '');
    else {
      const { splits, joins } = decision.value;
      cuts.set(annotator, splits.length + joins.length === 0 ? '' : JSON.stringify([splits, joins]));
    }
  }
  return traces;
}
