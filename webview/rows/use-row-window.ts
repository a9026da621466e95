import { useEffect, useState } from 'preact/hooks';
import type { ListedRow } from '../../src/protocol/table';

/** Rows fetched before and after those in sight. */
const MARGIN = 12;
const NONE: ReadonlyMap<number, ListedRow> = new Map();

/** The rows around a window of the queue, by position. While new ones are on their way, those that are known stay. */
export function useRowWindow(
  first: number,
  inSight: number,
  rows: number,
  version: number,
  load: (from: number, count: number) => Promise<ListedRow[]>,
): ReadonlyMap<number, ListedRow> {
  const [loaded, setLoaded] = useState(NONE);
  const from = Math.max(0, Math.floor((first - MARGIN) / MARGIN) * MARGIN);
  const count = Math.min(Math.ceil((inSight + 3 * MARGIN) / MARGIN) * MARGIN, 200, Math.max(0, rows - from));
  useEffect(() => {
    if (count === 0) return;
    let current = true;
    void load(from, count).then((fetched) => {
      if (current) setLoaded(new Map(fetched.map((row) => [row.position, row])));
    });
    return () => {
      current = false;
    };
  }, [from, count, version, load]);
  return loaded;
}
