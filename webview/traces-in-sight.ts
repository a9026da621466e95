import type { Decision } from '../src/core/annotation/event';
import { stateOfTrace, tracesToLabel } from '../src/core/annotation/labelling';
import { emptyReading } from '../src/core/profile/reading';
import type { Reading } from '../src/core/profile/reading';
import type { LabelledTrace } from './cursor';
import { cutAsDecided, decisionsOn } from './loaded-row';
import type { PageState } from './page-state';

/** The row in sight, in the steps that one cuts its traces into oneself. A review is of the dataset's own steps. */
export function readingInSight({ row, underWay, view }: PageState): Reading {
  if (!row) return emptyReading();
  return view === 'review' ? row.reading : cutAsDecided(row, underWay);
}

/** One's decisions on the row in sight. */
export function decisionsInSight({ row, underWay }: PageState): Decision[] {
  return row ? decisionsOn(row.packet.standing, underWay) : [];
}

/** The traces of the row in sight that are labelled, with what is said of each. */
export function tracesInSight(state: PageState): LabelledTrace[] {
  const decisions = decisionsInSight(state);
  return tracesToLabel(readingInSight(state).traces).map((trace) => ({
    trace,
    state: stateOfTrace(trace, decisions, state.mode),
  }));
}
