import type { Session } from '../session';
import type { ReadPart } from './long-row';

/** Reads parts of long rows from the host; the bar says why when it cannot. */
export function partsReader(session: Session): ReadPart {
  return async (row, from, length) => {
    let bytes: ArrayBuffer | null = null;
    await session.ask(async (host) => {
      bytes = await host.rowPart(row, from, length);
    });
    return bytes;
  };
}
