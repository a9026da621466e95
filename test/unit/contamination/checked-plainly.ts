import { ContaminationCheck, prepareCheck } from '../../../src/core/contamination/check-file';
import type { ContaminationWish, PartCheck } from '../../../src/core/contamination/check-file';
import { nodeFileStore } from '../../../src/core/dataset/node-file-store';

/** What a check finds that parses each row of the file, in one thread. */
export async function checkedPlainly(wish: ContaminationWish): Promise<PartCheck> {
  const check = new ContaminationCheck(wish, await prepareCheck(nodeFileStore, wish));
  const open = await nodeFileStore.open(wish.file);
  try {
    return await allOf(check.plainPart(open, 0, Infinity));
  } finally {
    await open.close();
  }
}

export async function allOf(parts: AsyncGenerator<PartCheck>): Promise<PartCheck> {
  const all: PartCheck = { rows: 0, unread: 0, hits: [], bytes: 0 };
  for await (const { rows, unread, hits, bytes } of parts) {
    all.rows += rows;
    all.unread += unread;
    all.bytes += bytes;
    all.hits.push(...hits);
  }
  return all;
}
