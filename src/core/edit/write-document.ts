import type { AddedRows } from './added-rows';
import type { BaseFile } from './base-file';
import type { EditStores } from './edit-stores';
import type { FileIdentity } from './file-identity';
import type { RowList } from './row-list';
import { saveFile } from './save';
import type { SaveJob, SaveOptions } from './save';
import { planSave } from './save-plan';

/** Writes the rows of a document as a file. Errors are those of saveFile. */
export async function writeDocument(
  { disk }: EditStores,
  { source: file, layout, places }: BaseFile,
  document: { list: RowList; added: AddedRows },
  job: Pick<SaveJob, 'target' | 'like' | 'beforeRename'>,
  options: SaveOptions,
): Promise<FileIdentity> {
  const { pieces } = document.list;
  const hasAdded = pieces.some(({ kind }) => kind === 'added');
  const added = hasAdded ? await disk.openSource(document.added.path) : file;
  const sources = { file, added };
  try {
    const stretches = planSave(pieces, layout, places, sources);
    return await saveFile(disk, { ...job, sources, stretches }, options);
  } finally {
    if (hasAdded) await added.close();
  }
}
