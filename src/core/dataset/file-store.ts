/** What the core asks of a disk. One small face, so that tests can make the n-th operation fail, shorten or stop. */
export interface FileStore {
  /** Size and times of a file. Rejects with `code: 'ENOENT'` when there is none. */
  facts(path: string): Promise<FileFacts>;
  open(path: string): Promise<OpenFile>;
  /** The names in a folder; none when the folder does not exist. */
  list(folder: string): Promise<string[]>;
  /** Where a path leads when every symbolic link in it is followed. */
  realPath(path: string): Promise<string>;
  /** The whole of a small file. */
  readAll(path: string): Promise<Uint8Array>;
  /** Opens a file for appending, made with its folder when missing. */
  openLog(path: string): Promise<OpenLog>;
}

export interface FileFacts {
  /** bytes */
  size: number;
  mtimeMs: number;
  /** What the file system knows the file by: another file under the same name has another number. 0 where there is none. */
  ino: number;
}

export interface OpenFile {
  /** The bytes at `offset`, fewer than `length` only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
  /**
   * Fills `target` with the bytes at `offset` before it returns, and says how many there were: fewer than asked for only at
   * the end of the file. Null when the disk was slow of late: then `read` holds up nobody. Not every store has it.
   */
  readNow?(target: Uint8Array, offset: number): number | null;
  /** As `readNow`, in the background. `target` is not to be touched until it resolves. Not every store has it. */
  readAhead?(target: Uint8Array, offset: number): Promise<number>;
  close(): Promise<void>;
}

export interface OpenLog {
  /** Resolves when the bytes are on the disk itself, not in a cache of the system. */
  append(bytes: Uint8Array): Promise<void>;
  /** Whether the file at this path is still the one that was opened, and holds what was appended and nothing else. */
  isOurs(): Promise<boolean>;
  close(): Promise<void>;
}
