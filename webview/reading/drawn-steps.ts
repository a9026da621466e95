import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Trace } from '../../src/core/profile/reading';
import { TextContext } from '../text/text-services';

/** Steps that are drawn at a time after the first ones are painted. */
const MORE = 4;
/** A step takes no less room (CSS pixels): its padding, and its lines, of which none holds more letters. */
const PADDING = 12;
const LINE = 22;
const LONGEST_LINE = 90;
/** What a text has in its source and not on the screen: names of commands, braces, dollars. */
const UNSEEN = /\\[a-zA-Z]+|[\\{}^_$]/g;

/**
 * How many steps of traces side by side are drawn by now: at first those that can be in sight and the one in hand, the others
 * by and by when these are painted. A key is answered as soon for a row of forty steps as for one of ten.
 */
export function useDrawnSteps(traces: readonly Trace[], steps: number, inHand: number): number {
  const services = useContext(TextContext);
  const [row] = traces;
  const first = useMemo(
    () => (services.kind === 'static' ? steps : stepsInSight(traces, innerHeight)),
    [row],
  );
  const [later, setLater] = useState({ row, steps: 0 });
  const drawn = Math.max(first, inHand + 1, later.row === row ? later.steps : 0);
  useLayoutEffect(() => {
    if (services.kind === 'static' || drawn >= steps) return undefined;
    let gone = false;
    services.queue.whenPainted(() => {
      if (!gone) setLater({ row, steps: drawn + MORE });
    });
    return () => void (gone = true);
  }, [services, row, drawn, steps]);
  return Math.min(drawn, steps);
}

interface Texts {
  steps: { source: { text: string } }[];
}

/** How many steps it takes to fill `height` pixels for certain; more when there are not so many. */
export function stepsInSight(traces: readonly Texts[], height: number): number {
  let step = 0;
  for (let filled = 0; filled < height && traces.some(({ steps }) => step < steps.length); step++) {
    const longest = Math.max(...traces.map(({ steps }) => lettersOf(steps[step]?.source.text ?? '')));
    filled += PADDING + LINE * Math.max(1, Math.ceil(longest / LONGEST_LINE));
  }
  return step;
}

function lettersOf(text: string): number {
  return text.replaceAll(UNSEEN, '').length;
}
