// Whether a text, as tokens, holds an item: the same channels and sums as `candidates.ts`.
import { candidates, forgetCandidates } from './candidate-list';
import { dropCommon, exact, kinds, length, takeAll } from './checked-text';
import { isInTrace, scoresAsProblem } from './compare';
import { listOf, scramble } from './hashes';
import {
  CANDIDATES, HAS_COMMON, LONGEST_PROBLEM, LONGEST_WHOLE, PROBLEM_SHARE, PROBLEM_VOTES, TRACE_SHARE, TRACE_VOTES, WHOLE_MASK,
  WHOLE_TABLE, limitAt, tableAt,
} from './layout';
import { findBySeeds } from './seed-channel';
import { startText } from './text-window';
import { startTrace } from './trace-blocks';
import { findByWords } from './word-channel';

/** Whether the text cut last, as a problem, may hold an item. */
export function isLikelyProblem(): bool {
  takeAll();
  if (tableAt(HAS_COMMON) != 0) dropCommon();
  if (isWhole()) return true;
  forgetCandidates();
  findBySeeds(limitAt(PROBLEM_SHARE), limitAt(PROBLEM_VOTES));
  if (length <= <i32>tableAt(LONGEST_PROBLEM)) findByWords();
  if (candidates == 0) return false;
  startText(exact, kinds, length);
  for (let number = 0; number < candidates; number++) {
    const entry = tableAt(CANDIDATES) + (<usize>number << 3);
    if (scoresAsProblem(load<u32>(entry), load<i32>(entry, 4))) return true;
  }
  return false;
}

/** Whether the text cut last, as a trace, may hold an item. */
export function isLikelyTrace(): bool {
  takeAll();
  if (isWhole()) return true;
  forgetCandidates();
  findBySeeds(limitAt(TRACE_SHARE), limitAt(TRACE_VOTES));
  if (candidates == 0) return false;
  startTrace(exact, kinds, length);
  for (let number = 0; number < candidates; number++) {
    const entry = tableAt(CANDIDATES) + (<usize>number << 3);
    if (isInTrace(load<u32>(entry), load<i32>(entry, 4))) return true;
  }
  return false;
}

function isWhole(): bool {
  if (length == 0 || length > <i32>tableAt(LONGEST_WHOLE)) return false;
  let hash = length;
  for (let at = 0; at < length; at++) hash = scramble((hash * 31) ^ load<i32>(exact + (<usize>at << 2)));
  return listOf(tableAt(WHOLE_TABLE), <u32>tableAt(WHOLE_MASK), hash) != -1;
}
