import { DatasetFile } from '../../src/core/dataset/dataset-file';
import { nodeFileStore } from '../../src/core/dataset/node-file-store';
import { shippedProfiles } from '../../src/core/profile/shipped';
import { madeFile } from './made-rows';
import { bestOfEach, measure } from './measure';
import type { Measure } from './measure';

/** The first row of a large file, profile known, against the same of a small one: it must not wait for the index. */
export async function measureFirstRow(folder: string): Promise<Measure> {
  const large = madeFile(folder, 1e9, 8000).file;
  const small = madeFile(folder, 1e6, 8000).file;
  const best = await bestOfEach(
    15,
    () => openFirst(large),
    () => openFirst(small),
  );
  return measure({
    what: 'first row and profile, 1 GB',
    limitIs: 'the same of a 1 MB file',
    limit: best.limit,
    ours: best.ours,
    unit: 'ms',
    goal: { atMost: 1.3 },
  });
}

async function openFirst(file: string): Promise<void> {
  const dataset = await DatasetFile.open(nodeFileStore, file);
  await dataset.detect(shippedProfiles);
  await dataset.rows(0, 1);
  void dataset.close();
}
