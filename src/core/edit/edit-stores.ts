import type { FileStore } from '../dataset/file-store';
import type { WriteStore } from './write-store';

/** The disk, for reading and for writing. */
export interface EditStores {
  files: FileStore;
  disk: WriteStore;
}
