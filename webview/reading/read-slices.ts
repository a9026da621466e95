import type { Session } from '../session';
import type { ReadSlice } from './long-row';

/** Reads parts of long rows from the host; the bar says why when it cannot. */
export function slicesOf(session: Session): ReadSlice {
  return async (row, from, length) => {
    let bytes: ArrayBuffer | null = null;
    await session.ask(async (host) => {
      bytes = await host.slice(row, from, length);
    });
    return bytes;
  };
}
