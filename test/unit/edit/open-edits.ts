import { DatasetFile } from '../../../src/core/dataset/dataset-file';
import { DatasetEdits } from '../../../src/core/edit/dataset-edits';
import type { EditStores } from '../../../src/core/edit/edit-stores';

/** Opens a file for editing, when it is indexed. */
export async function openEdits(stores: EditStores, file: string, storage: string): Promise<DatasetEdits> {
  const dataset = await DatasetFile.open(stores.files, file);
  await dataset.indexed;
  try {
    return await DatasetEdits.open(stores, dataset, storage);
  } catch (error) {
    await dataset.close();
    throw error;
  }
}

/** The rows' values as latin1 text. */
export async function valuesOf(edits: DatasetEdits): Promise<string[]> {
  const rows = await edits.rows(0, edits.rowCount);
  return rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
}
