/** What a save asks of a disk, beside the FileStore: small too, so that tests can make the n-th operation fail. */
export interface WriteStore {
  /** Rejects with `code: 'ENOENT'` when there is none. */
  status(path: string): Promise<FileStatus>;
  /** Opens a file to copy from. */
  openSource(path: string): Promise<CopySource>;
  /** Rejects with `code: 'EACCES'` or the like when this user may not write the file. */
  checkWritable(path: string): Promise<void>;
  /** Makes a new file; rejects with `code: 'EEXIST'` when there is one. It gets the mode of `like`, when given. */
  create(path: string, like: FileStatus | null): Promise<NewFile>;
  /** Puts a file in the place of another, in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; nothing happens when there is none. */
  remove(path: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(folder: string): Promise<void>;
}

export interface FileStatus {
  /** bytes */
  size: number;
  mtimeMs: number;
  /** Which file it is, whatever its name: device and inode. */
  id: string;
  mode: number;
}

/** Reads at once, without a promise: a copy of a gigabyte in small pieces would spend half of its time on them. */
export interface CopySource {
  status(): Promise<FileStatus>;
  /** Fills `into` from byte `offset` of the file on. Returns how many bytes there were, fewer only at the end. */
  read(into: Uint8Array, offset: number): number;
  close(): Promise<void>;
}

export interface NewFile {
  /** Writes all of `bytes` behind what was written before, or throws. */
  write(bytes: Uint8Array): void;
  status(): Promise<FileStatus>;
  /** Resolves when all bytes are on the disk itself. */
  sync(): Promise<void>;
  close(): Promise<void>;
}
