// Items that the text at hand may hold.
import { CANDIDATES, tableAt } from './layout';

/** Items that the text at hand may hold, and about which token: 8 bytes each. */
export let candidates: i32 = 0;

// @ts-ignore: decorator
@inline
export function addCandidate(item: u32, at: i32): void {
  const entry = tableAt(CANDIDATES) + (<usize>candidates << 3);
  store<u32>(entry, item);
  store<i32>(entry, at, 4);
  candidates++;
}

export function forgetCandidates(): void {
  candidates = 0;
}
