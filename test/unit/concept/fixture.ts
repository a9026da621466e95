import { memoryDisk } from '../dataset/memory-files';
import type { MemoryDisk } from '../dataset/memory-files';
import { countConcepts } from '../../../src/core/concept/count-concepts';
import type { ConceptReport, CountedEntry } from '../../../src/core/concept/concept-report';
import type { TagFact } from '../../../src/core/concept/standing-tags';
import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { shippedProfiles } from '../../../src/core/profile/shipped';

/** Rows of JSON, a line each. */
export function lines(...rows: unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Counts the concepts of `dataset` on a disk with these files. */
export async function countOn(
  files: Record<string, string>,
  dataset: string,
  more: { elsewhere?: string[]; tags?: Map<string, TagFact[]> } = {},
): Promise<ConceptReport> {
  const disk: MemoryDisk = memoryDisk(files);
  const opened = await DatasetFile.open(disk.store, dataset);
  const { profile } = await opened.detect(shippedProfiles);
  await opened.close();
  const counted = { file: dataset, dataset, profile, elsewhere: [], tags: new Map(), ...more };
  return countConcepts(disk.store, counted, () => undefined);
}

export function entryNamed({ entries }: ConceptReport, id: string): CountedEntry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new Error(`there is no entry ${id}`);
  return found;
}

/** A small dataset in the shape of CHAMP, with its library. */
export const CHAMP = {
  '/d/problems.jsonl': lines(
    problem('P_1', ['H_1', 'C_1', 'C_2'], [[0], [1, 2]]),
    problem('P_2', ['C_2', 'C_9'], [[0]]),
    problem('P_3', [], [[]]),
  ),
  '/d/concepts.jsonl': lines(
    concept('C_1', 'rule of sum', 'Counting', null),
    concept('C_2', 'rule of product', 'Counting', concept('C_1', 'rule of sum', 'Counting', null)),
    concept('C_3', 'Rule of  SUM', 'Counting', null),
  ),
  '/d/hints.jsonl': lines({ _raw_text: 'count the ends', identifier: 'H_1' }),
};

function problem(identifier: string, ids: string[], steps: number[][]) {
  return {
    identifier,
    _raw_text: `problem ${identifier}`,
    _raw_answer: '1',
    category: 'Combinatorics',
    ch_list: ids,
    solution: { steps: steps.map((idxs, at) => ({ _raw_text: `step ${at}`, ch_idxs: idxs })) },
  };
}

function concept(identifier: string, name: string, category: string, parent: unknown) {
  return { _raw_text: `${name} says ${identifier}`, identifier, name, category, parent };
}
