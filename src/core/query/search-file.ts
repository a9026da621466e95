import type { OpenFile } from '../dataset/file-store';
import type { Profile } from '../profile/profile';
import { Kernels } from '../scan/kernels';
import { rowBlocks } from '../scan/row-blocks';
import { endsInRow, rawRow } from './block-rows';
import { chunkSearch } from './chunk-search';
import { prefilterOf } from './prefilter';
import { QueriedRow } from './queried-row';
import type { Query } from './query';
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
  const kernels = new Kernels(ROOM, RESULTS);
  const chunks = chunkSearch(kernels, prefilter.needles);
  for await (const block of rowBlocks(file, kernels, signal)) {
    const first = chunks.rows;
    const hits: number[] = [];
    for (const candidate of chunks.candidates(block)) {
      if (candidate.row < prefilter.from || candidate.row > prefilter.to) continue;
      if (block.continued && candidate.row === first) continue; // its first part has been judged
      const raw = rawRow(kernels.memory, block, candidate);
      if (test(new QueriedRow(raw, search.profile, search.facts))) hits.push(candidate.row);
    }
    const rows = chunks.rows + (endsInRow(kernels.memory, block) ? 1 : 0);
    yield { hits, rows, bytes: block.offset + block.end - block.start };
    if (rows > prefilter.to) return;
  }
}
