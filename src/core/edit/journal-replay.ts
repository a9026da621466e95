import type { FileIdentity } from './file-identity';
import { readLine, splicesOf } from './journal-lines';
import type { EditLine } from './journal-lines';
import { Slices } from '../scan/slices';
import type { Splice } from './piece';
import { RowList } from './row-list';
import { spliceMany } from './splice-many';

/** What a journal holds. */
export interface JournalContent {
  dataset: string;
  base: FileIdentity;
  /** All edits in order, by number; what a save had put into the file among them. */
  edits: Splice[][];
  /** After how many edits the file was saved, and what it then was. */
  saves: { after: number; file: FileIdentity }[];
  /** Whether something in the middle cannot be read: what stands behind it is left out. */
  broken: boolean;
}

/**
 * Reads the lines of a journal, without a torn one at its end: nobody was told that it is kept. Null when there is nothing in
 * it, a sentence when it has lines but no header that can be read.
 */
export async function readJournal(lines: AsyncIterable<string>): Promise<JournalContent | string | null> {
  const slices = new Slices();
  let content: JournalContent | null = null;
  let isEmpty = true;
  let open: Splice[] | null = null;
  for await (const line of lines) {
    isEmpty &&= line === '';
    const read = readLine(line); // a torn line that others follow was written again: it reads as nothing
    if (!content) content = read && 'base' in read ? begun(read) : null;
    else if (read && 'saved' in read) content.saves.push({ after: content.edits.length, file: read.saved });
    else if (read && 'edit' in read) open = takePart(content, open, read);
    if (content?.broken) break;
    await slices.pause();
  }
  if (content || isEmpty) return content;
  return 'They were written by another version of Scholium, or damaged.';
}

function begun({ dataset, base }: Pick<JournalContent, 'dataset' | 'base'>): JournalContent {
  return { dataset, base, edits: [], saves: [], broken: false };
}

/** Adds a line of an edit. Returns the edit while it lacks lines. */
function takePart(content: JournalContent, open: Splice[] | null, line: EditLine): Splice[] | null {
  const { edit, part, last } = line;
  if (edit < content.edits.length) {
    content.edits.length = edit;
    content.saves = content.saves.filter(({ after }) => after <= edit);
  }
  const splices = part === 0 ? [] : open;
  if (edit > content.edits.length || !splices) {
    content.broken = true;
    return null;
  }
  for (const splice of splicesOf(line)) splices.push(splice);
  if (!last) return splices;
  content.edits.push(splices);
  return null;
}

/** The edits that are not in the file with this identity; null when the journal is about another file or state of it. */
export function unsavedEdits({ base, edits, saves }: JournalContent, file: FileIdentity): Splice[][] | null {
  const saved = saves.findLast((save) => isSame(save.file, file));
  if (saved) return edits.slice(saved.after);
  return isSame(base, file) ? edits : null;
}

/** Whether it is the same content. Its inode does not count: on some disks that is another one after a restart. */
function isSame(one: FileIdentity, other: FileIdentity): boolean {
  return one.size === other.size && one.mtimeMs === other.mtimeMs && one.fingerprint === other.fingerprint;
}

/** The document after `edits` of a file. Stops, and says so, at a row text that is not in the `addedSize` bytes of added rows. */
export async function replay(
  edits: readonly Splice[][],
  addedSize: number,
): Promise<{ list: RowList; applied: number }> {
  let list = new RowList();
  for (const [number, splices] of edits.entries()) {
    if (!splices.every((splice) => isKept(splice, addedSize))) return { list, applied: number };
    list = (await spliceMany(list, splices)).list;
  }
  return { list, applied: edits.length };
}

function isKept({ insert }: Splice, addedSize: number): boolean {
  return insert.every((piece) => piece.kind === 'file' || piece.offset + piece.size < addedSize);
}
