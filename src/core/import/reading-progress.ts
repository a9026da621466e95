import type { OpenFile } from '../dataset/file-store';

/** A file that knows how far into it was read. */
export function countingReads(file: OpenFile): { file: OpenFile; taken: () => number } {
  let furthest = 0;
  return {
    taken: () => furthest,
    file: {
      read: async (offset, length) => {
        const bytes = await file.read(offset, length);
        furthest = Math.max(furthest, offset + bytes.length);
        return bytes;
      },
      close: () => file.close(),
    },
  };
}
