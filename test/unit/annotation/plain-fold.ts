import type { LogEvent, SignedDecision } from '../../../src/core/annotation/event';

/** What stands for a row, by the plainest reading of the rules: newest event first, each once, nobody for another. */
export function plainStanding(events: LogEvent[], row: string): SignedDecision[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const oldestFirst = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const undone = new Set<LogEvent>();
  for (const event of oldestFirst.toReversed()) {
    if (event.what !== 'undo' || undone.has(event)) continue;
    for (const other of oldestFirst) {
      const meant = other.id === event.value || other.group === event.value;
      if (meant && other.annotator === event.annotator) undone.add(other);
    }
  }
  const standing = oldestFirst.filter(
    (event): event is SignedDecision => event.what !== 'undo' && event.row.key === row && !undone.has(event),
  );
  return latest(standing);
}

function conceptOf(decision: SignedDecision): string[] {
  return decision.what === 'tag' ? [decision.value.concept] : [];
}

/** Of each annotator the last decision on each target, oldest first. */
function latest(decisions: SignedDecision[]): SignedDecision[] {
  const last = new Map<string, SignedDecision>();
  for (const decision of decisions) {
    const { annotator, what, target, id } = decision;
    const trace = 'region' in target ? target.region : 'trace' in target ? target.trace : '';
    const step = target.kind === 'step' ? target.step : 'at' in target ? target.at : '';
    const asked = 'question' in decision ? [decision.scheme, decision.question] : [];
    last.set(
      what === 'flag' || what === 'reply'
        ? id
        : [annotator, what, target.kind, trace, step, ...asked, ...conceptOf(decision)].join('|'),
      decision,
    );
  }
  return [...last.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
