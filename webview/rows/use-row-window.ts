import { useEffect, useRef, useState } from 'preact/hooks';

/** Rows fetched before and after those in sight. */
const MARGIN = 12;
/** Rows fetched at once at most. */
const MOST = 200;
/** Rows farther than this from those in sight are forgotten. */
const KEPT = 400;

interface Wanted {
  from: number;
  count: number;
  version: number;
}

interface Known<Row> {
  version: number;
  rows: ReadonlyMap<number, Row>;
}

/**
 * The rows around a window of the queue, by position. While new ones are on their way, those that are known stay. One
 * request is under way at a time: who drags through a million rows asks for where they come to rest.
 */
export function useRowWindow<Row extends { position: number }>(
  first: number,
  inSight: number,
  rows: number,
  version: number,
  load: (from: number, count: number) => Promise<Row[]>,
): ReadonlyMap<number, Row> {
  const [known, setKnown] = useState<Known<Row>>({ version, rows: new Map() });
  const from = Math.max(0, Math.floor((first - MARGIN) / MARGIN) * MARGIN);
  const count = Math.min(Math.ceil((inSight + 3 * MARGIN) / MARGIN) * MARGIN, MOST, Math.max(0, rows - from));
  const wanted = useRef<Wanted | null>(null);
  const busy = useRef(false);
  const next = useRef<() => void>(() => undefined);
  next.current = () => {
    const now = wanted.current;
    if (busy.current || !now) return;
    wanted.current = null;
    busy.current = true;
    load(now.from, now.count)
      .then((fetched) => setKnown((before) => merged(before, fetched, now)))
      .catch(() => undefined) // a row that cannot be listed says why when it is opened
      .finally(() => {
        busy.current = false;
        next.current();
      });
  };
  useEffect(() => {
    if (inSight > 0 && count > 0) wanted.current = { from, count, version };
    next.current();
  }, [from, count, version, load, inSight > 0]);
  return known.rows;
}

function merged<Row extends { position: number }>(
  before: Known<Row>,
  fetched: Row[],
  { from, version }: Wanted,
): Known<Row> {
  const near =
    before.version === version ? [...before.rows].filter(([at]) => Math.abs(at - from) < KEPT) : [];
  return { version, rows: new Map([...near, ...fetched.map((row) => [row.position, row] as const)]) };
}
