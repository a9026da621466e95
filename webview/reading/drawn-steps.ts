import { useContext, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Trace } from '../../src/core/profile/reading';
import { TextContext } from '../text/text-services';
import { columnsInSight } from './board-room';
import type { BoardRoom } from './board-room';

/** After the first ones are painted, as many steps are drawn at a time as take about this long (ms), one at least. */
const SLICE_MS = 4;
/** A step takes no less room (CSS pixels): its padding, and its lines, of which none holds more letters. */
const PADDING = 12;
const LINE = 22;
const LONGEST_LINE = 90;
/** No letter of a text is so narrow on an average line (CSS pixels), and what stands beside each text takes so much. */
const LETTER = 5;
const BESIDE = 60;
/** Of two columns, the first is the wider one: 1.28 to 1. */
const WIDEST_SHARE = 0.57;
/** What a text has in its source and not on the screen: names of commands, braces, dollars. */
const UNSEEN = /\\[a-zA-Z]+|[\\{}^_$]/g;

interface Board {
  /** Another one for each row: its first trace. */
  row: Trace | undefined;
  steps: number;
  /** 0-based */
  inHand: number;
  room: BoardRoom;
}

/**
 * How many steps of traces side by side are drawn by now: at first those that can be in sight and the one in hand, the others
 * by and by when these are painted. A key is answered as soon for a row of forty steps as for one of ten.
 */
export function useDrawnSteps(traces: readonly Trace[], { row, steps, inHand, room }: Board): number {
  const services = useContext(TextContext);
  const first = useMemo(() => {
    return services.kind === 'static' ? steps : stepsInSight(traces, room);
  }, [row]); // not by the room as well: when it becomes smaller, no step is taken away
  const [later, setLater] = useState({ row, steps: 0 });
  const pace = useRef({ more: 1, began: 0 });
  const drawn = Math.max(first, inHand + 1, later.row === row ? later.steps : 0);
  useLayoutEffect(() => {
    const { current } = pace;
    if (current.began > 0) current.more = nextMore(current.more, performance.now() - current.began);
    current.began = 0;
    if (services.kind === 'static' || drawn >= steps) return undefined;
    let gone = false;
    services.queue.whenPainted(() => {
      if (gone) return;
      current.began = performance.now();
      setLater({ row, steps: drawn + current.more });
    });
    return () => void (gone = true);
  }, [services, row, drawn, steps]);
  return Math.min(drawn, steps);
}

/** How many steps to draw next, when the last ones, so many, took so long: the first rows of a page take five times as long. */
function nextMore(more: number, took: number): number {
  if (took > SLICE_MS) return Math.max(1, more >> 1);
  return took < SLICE_MS / 2 ? more + 1 : more;
}

interface Texts {
  steps: { source: { text: string } }[];
}

/** How many steps it takes to fill a board for certain; more when there are not so many. */
export function stepsInSight(traces: readonly Texts[], room: BoardRoom): number {
  const line = longestLine(room, traces.length);
  let step = 0;
  for (let filled = 0; filled < room.height && traces.some(({ steps }) => step < steps.length); step++) {
    const longest = Math.max(...traces.map(({ steps }) => lettersOf(steps[step]?.source.text ?? '')));
    filled += PADDING + LINE * Math.max(1, Math.ceil(longest / line));
  }
  return step;
}

/** Letters that fit in a line of the widest column. */
function longestLine(room: BoardRoom, traces: number): number {
  const columns = Math.min(traces, columnsInSight(room));
  const widest = columns > 1 ? WIDEST_SHARE * room.width : room.width;
  return Math.min(LONGEST_LINE, Math.max(1, (widest - BESIDE) / LETTER));
}

function lettersOf(text: string): number {
  return text.replaceAll(UNSEEN, '').length;
}
