import path from 'node:path';
import type { FileStore } from '../dataset/file-store';
import { AddedRows } from './added-rows';
import { EditJournal } from './edit-journal';
import type { Claim, EditStores } from './edit-stores';
import type { FileIdentity } from './file-identity';
import { replay, unsavedEdits } from './journal-replay';
import type { JournalContent } from './journal-replay';
import { Slices } from '../scan/slices';
import type { AddedPiece, Piece } from './piece';
import { RowList } from './row-list';

const BATCH_BYTES = 1024 * 1024;

/** Edits on disk: a journal, and the row texts that it names. */
export interface KeptEdits {
  files: FileStore;
  name: string;
  journal: EditJournal;
  added: AddedRows;
}

/** The edits kept under a name: `NAME.edits.jsonl` and `NAME.rows`. */
export function keptAt(files: FileStore, name: string): KeptEdits {
  return {
    files,
    name,
    journal: new EditJournal(files, `${name}.edits.jsonl`),
    added: new AddedRows(files, `${name}.rows`),
  };
}

/** A window that is read anew may be there before the old one is gone: so long (ms) edits that another has in hand are waited for. */
const PATIENCE_MS = 2000;
const LOOK_AGAIN_MS = 100;

/**
 * Takes a place for edits that no other window has in hand: `NAME`, else `NAME.2` and so on; first of all one that has edits
 * of a window that is gone.
 */
export async function claimKept(
  { files, claim }: EditStores,
  name: string,
): Promise<{ kept: KeptEdits; claim: Claim | null }> {
  if (!claim) return { kept: keptAt(files, name), claim: null };
  for (const place of await placesWithEdits(files, name)) {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const claimed = await claim(place);
      if (claimed) return { kept: keptAt(files, place), claim: claimed };
      if (Date.now() > end) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
  for (let number = 1; ; number++) {
    const place = number === 1 ? name : `${name}.${number}`;
    const claimed = await claim(place);
    if (claimed) return { kept: keptAt(files, place), claim: claimed };
  }
}

async function placesWithEdits(files: FileStore, name: string): Promise<string[]> {
  const folder = path.dirname(name);
  const places = (await files.list(folder)).flatMap((file) => {
    const [, place = '', number] = /^([^.]+(?:\.(\d+))?)\.edits\.jsonl$/.exec(file) ?? [];
    const isOurs = place === path.basename(name) || place === `${path.basename(name)}.${number}`;
    return isOurs ? [path.join(folder, place)] : [];
  });
  return places.toSorted();
}

/** Writes a document as one edit of its file, in the place of what was kept there before. */
export async function keepState(
  { disk }: EditStores,
  to: KeptEdits,
  state: { dataset: string; base: FileIdentity; list: RowList; added: AddedRows },
): Promise<RowList> {
  await removeKept({ disk }, to);
  const list = new RowList(await copyAdded(state.list.pieces, state.added, to.added));
  const whole = { at: 0, remove: Infinity, insert: list.pieces };
  await to.journal.append(state.dataset, state.base, [whole]);
  return list;
}

export async function removeKept({ disk }: Pick<EditStores, 'disk'>, kept: KeptEdits): Promise<void> {
  await kept.journal.remove(disk);
  await kept.added.close();
  await disk.remove(kept.added.path);
}

/** Puts kept edits out of the way, never to be overwritten. Returns where they are now. */
export async function setAside({ disk }: Pick<EditStores, 'disk'>, kept: KeptEdits): Promise<KeptEdits> {
  const aside = keptAt(kept.files, `${kept.name}.${new Date().toISOString().replaceAll(':', '-')}.aside`);
  await kept.added.close();
  await disk.rename(kept.added.path, aside.added.path).catch(ignoreMissing);
  await kept.journal.moveTo(disk, aside.journal.path);
  return aside;
}

/** A document as kept: `lost` edits at the end could not be read again. */
export interface ReadEdits {
  list: RowList;
  content: JournalContent;
  restored: number;
  lost: number;
}

/** Reads kept edits of the file that has this identity; null when there are none, a sentence when they do not fit. */
export async function readKept(kept: KeptEdits, file: FileIdentity): Promise<ReadEdits | string | null> {
  const content = await kept.journal.read();
  if (content === null || typeof content === 'string') return content;
  const edits = unsavedEdits(content, file);
  if (!edits) return 'They were made in another state of this file.';
  const { list, applied } = await replay(edits, await kept.added.size());
  return { list, content, restored: applied, lost: edits.length - applied + (content.broken ? 1 : 0) };
}

async function copyAdded(pieces: readonly Piece[], from: AddedRows, to: AddedRows): Promise<Piece[]> {
  const copied = [...pieces];
  const slices = new Slices();
  let batch: { at: number; piece: AddedPiece; bytes: Uint8Array }[] = [];
  let size = 0;
  const flush = async () => {
    const made = batch.length === 0 ? [] : await to.append(batch.map(({ bytes }) => bytes));
    for (const [number, { at, piece }] of batch.entries()) {
      copied[at] = { ...piece, offset: made[number]?.offset ?? 0 };
    }
    batch = [];
    size = 0;
  };
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'file') continue;
    batch.push({ at, piece, bytes: await from.read(piece) });
    size += piece.size;
    if (size > BATCH_BYTES) await flush();
    await slices.pause();
  }
  await flush();
  return copied;
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
