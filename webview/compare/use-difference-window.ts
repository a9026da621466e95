import { useEffect, useState } from 'preact/hooks';
import type { LoadedDifference } from './loaded-difference';

/** Differences fetched before and after those in sight. */
const MARGIN = 12;
const MOST = 100;

/** What is known of a window of the list. */
interface Fetched {
  version: number;
  items: ReadonlyMap<number, LoadedDifference>;
}

const NONE: Fetched = { version: -1, items: new Map() };

/** The differences around a window of the list, by position. While new ones are on their way, those that are known stay. */
export function useDifferenceWindow(
  first: number,
  inSight: number,
  total: number,
  version: number,
  load: (from: number, count: number) => Promise<LoadedDifference[]>,
): ReadonlyMap<number, LoadedDifference> {
  const [fetched, setFetched] = useState(NONE);
  const from = Math.max(0, Math.floor((first - MARGIN) / MARGIN) * MARGIN);
  const wanted = Math.ceil((inSight + 3 * MARGIN) / MARGIN) * MARGIN;
  const count = Math.min(wanted, MOST, Math.max(0, total - from));
  useEffect(() => {
    if (count === 0) return;
    let current = true;
    load(from, count).then(
      (loaded) => {
        if (current) setFetched({ version, items: new Map(loaded.map((item, at) => [from + at, item])) });
      },
      () => undefined, // said where the chosen difference is shown
    );
    return () => {
      current = false;
    };
  }, [from, count, version, load]);
  return fetched.version === version ? fetched.items : NONE.items;
}
