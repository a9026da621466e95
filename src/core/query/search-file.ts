import type { OpenFile } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { Kernels } from '../scan/kernels';
import { rowBlocks } from '../scan/row-blocks';
import { endsInRow, rawRow } from './block-rows';
import { chunkSearch } from './chunk-search';
import { prefilterOf } from './prefilter';
import { QueriedRow } from './queried-row';
import type { Query } from './query';
import { ownQueueIn } from './query-fields';
import { compileQuery } from './row-test';
import type { StateFacts } from './state-facts';

/** Four times what is read at once. */
const ROOM = 8 * 1024 * 1024;
const RESULTS = 64 * 1024;

/** What is searched for, and in which light. */
export interface Search {
  query: Query;
  profile: Profile;
  facts: StateFacts;
  annotator: string | null;
}

/** A part of the file that has been searched. */
export interface SearchedPart {
  /** Rows that fit (0-based), ascending; all after those of the part before. */
  hits: number[];
  /** Of these the ones that come a second time, with their keys. */
  repeats: [row: number, key: string][];
  /** Rows and bytes searched so far. */
  rows: number;
  bytes: number;
}

/** Searches a file part by part, from its first row to its last (or the last that the query asks for). */
export async function* searchFile(
  file: OpenFile,
  search: Search,
  signal?: AbortSignal,
): AsyncGenerator<SearchedPart> {
  const prefilter = prefilterOf(search.query, search.profile);
  const test = compileQuery(search.query, search.profile, search.annotator);
  const repeatedKey = repeatsOf(search);
  const kernels = new Kernels(ROOM, RESULTS);
  const chunks = chunkSearch(kernels, prefilter.needles);
  for await (const block of rowBlocks(file, kernels, signal)) {
    const first = chunks.rows;
    const hits: number[] = [];
    const repeats: SearchedPart['repeats'] = [];
    for (const candidate of chunks.candidates(block)) {
      if (candidate.row < prefilter.from || candidate.row > prefilter.to) continue;
      if (block.continued && candidate.row === first) continue; // its first part has been judged
      const raw = rawRow(kernels.memory, block, candidate);
      const row = new QueriedRow(raw, search.profile, search.facts);
      if (!test(row)) continue;
      hits.push(candidate.row);
      const repeated = repeatedKey(row);
      if (repeated !== null) repeats.push([candidate.row, repeated]);
    }
    const rows = chunks.rows + (endsInRow(kernels.memory, block) ? 1 : 0);
    yield { hits, repeats, rows, bytes: block.offset + block.end - block.start };
    if (rows > prefilter.to) return;
  }
}

/** Which rows come a second time to the one who asks: none but in their own share of a team's queue. */
function repeatsOf({ query, annotator, facts }: Search): (row: QueriedRow) => string | null {
  const name = ownQueueIn(query);
  const repeats = name === null ? 0 : (facts.queues.get(name)?.repeats ?? 0);
  if (name === null || annotator === null || repeats === 0) return () => null;
  return (row) => row.repeatedKey(name, annotator);
}
