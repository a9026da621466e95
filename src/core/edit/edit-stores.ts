import type { FileStore } from '../dataset/file-store';
import type { WriteStore } from './write-store';

/** The disk, for reading and for writing. */
export interface EditStores {
  files: FileStore;
  disk: WriteStore;
  /** Takes a name for this process; null while another that lives has it. Without it nobody else has the storage in hand. */
  claim?: ((name: string) => Promise<Claim | null>) | undefined;
}

/** A name that is in hand until it is released, or its process ends. */
export interface Claim {
  /** Whether others are kept out; where the system has no way for that, a name may be in several hands. */
  isExclusive: boolean;
  release(): Promise<void>;
}
