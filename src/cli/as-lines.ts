import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { convertToJsonl } from '../core/import/convert';
import { describeFile } from '../core/import/file-kind';
import { defaultImport } from '../core/import/import-options';
import { UnreadableInput } from './exit-codes';

/** A file with a row a line: the one named, or a copy of its rows that is to be discarded. */
export interface Lines {
  file: string;
  discard: () => Promise<void>;
}

/** The file itself where it has a row a line, else its rows in a file of their own. Rejects when it has none. */
export async function asLines(file: string): Promise<Lines> {
  const { way, id, sentence } = await describeFile(nodeFileStore, file);
  if (way === 'open' || id === 'text' || id === 'empty') return { file, discard: () => Promise.resolve() };
  if (way === 'none') throw new UnreadableInput(sentence);
  const folder = await mkdtemp(path.join(tmpdir(), 'scholium-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  const to = path.join(folder, `${path.basename(file)}.jsonl`);
  const request = { from: file, to, replace: false, options: defaultImport };
  try {
    await convertToJsonl(nodeFileStore, request, new AbortController().signal, () => undefined);
  } catch (error) {
    await discard();
    throw error;
  }
  return { file: to, discard };
}
