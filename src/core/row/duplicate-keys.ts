import { visit } from 'jsonc-parser';

/** A key that stands more than once in its object. UTF-16 offset and length of its later place, quotes included. */
export interface DuplicateKey {
  key: string;
  offset: number;
  length: number;
}

/** The keys of a row's text that repeat an earlier key of the same object: most readers keep only the last value. */
export function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Set<string>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, offset, length) => {
        const keys = open.at(-1);
        if (keys?.has(key)) found.push({ key, offset, length });
        keys?.add(key);
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested more deeply than a recursive parser can go
  }
  return found;
}
