import path from 'node:path';
import { DatasetFile } from '../../src/core/dataset/dataset-file';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { shippedProfiles } from '../../src/core/profile/shipped';
import { writeMadeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** The first row of a large file, profile known, against the same of a small one: it must not wait for the index. */
export async function measureFirstRow(folder: string): Promise<Measure> {
  const large = path.join(folder, 'large.jsonl');
  const small = path.join(folder, 'small.jsonl');
  writeMadeFile(large, 1e9, 8000);
  writeMadeFile(small, 1e6, 400);
  const best = await bestOfEach(
    7,
    () => openFirst(large),
    () => openFirst(small),
  );
  return measure({
    what: 'first row and profile, 1 GB',
    limitIs: 'the same of a 1 MB file',
    limit: best.limit,
    ours: best.ours,
    unit: 'ms',
  });
}

async function openFirst(file: string): Promise<void> {
  const dataset = await DatasetFile.open(nodeFileStore, file);
  await dataset.detect(shippedProfiles);
  await dataset.rows(0, 1);
  void dataset.close();
}
