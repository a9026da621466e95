import type { AlignedPair } from './align';
import type { Tokens } from './tokens';

/** Offsets in UTF-16 units. */
export interface TextSpan {
  start: number;
  end: number;
}

/** A place of the item and the place of the row's text that stands for it. */
export interface SpanPair {
  item: TextSpan;
  row: TextSpan;
}

export interface Evidence {
  /** Runs of tokens that are equal, in their order. */
  runs: SpanPair[];
  /** Numbers that stand for each other and differ, or stand behind other operators; letters behind other operators. */
  numbers: SpanPair[];
}

/** Where in both texts an alignment lies. `offset` is added to the places of the row. */
export function evidenceOf(pairs: AlignedPair[], item: Tokens, row: Tokens, offset = 0): Evidence {
  const evidence: Evidence = { runs: [], numbers: [] };
  let last: AlignedPair | null = null;
  for (const pair of pairs) {
    const [inItem, inRow] = [spanAt(item, pair.item, 0), spanAt(row, pair.row, offset)];
    if (!pair.equal) {
      evidence.numbers.push({ item: inItem, row: inRow });
      last = null;
      continue;
    }
    const run = last?.item === pair.item - 1 && last.row === pair.row - 1 ? evidence.runs.at(-1) : undefined;
    if (run) {
      run.item.end = inItem.end;
      run.row.end = inRow.end;
    } else evidence.runs.push({ item: inItem, row: inRow });
    last = pair;
  }
  return evidence;
}

function spanAt({ starts, ends }: Tokens, at: number, offset: number): TextSpan {
  return { start: (starts[at] ?? 0) + offset, end: (ends[at] ?? 0) + offset };
}
