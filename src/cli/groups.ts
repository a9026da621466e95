import path from 'node:path';
import type { LinkedGroup } from '../core/link/group';
import type { LinkRequest } from '../protocol/link-worker';
import { readLinkedRows } from '../workers/link-client';
import type { Command } from './command';
import { exitCodes, UnreadableInput } from './exit-codes';
import { openDataset } from './open-dataset';
import { writeLine } from './output';

/** Says which rows belong together. A group of several files has a line for each. */
export const groups: Command = {
  usage: 'groups FILE... [--profile ID] [--format jsonl]',
  run: async (files, { format, profile }) => {
    const { index, failure } = await readLinkedRows(__dirname, await linkRequestFor(files, profile));
    if (failure !== null) throw new UnreadableInput(`${files.join(', ')}: ${failure}`);
    for (let number = 0; number < index.size; number++) {
      for (const line of linesOf(index.group(number), files))
        writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
    }
    return exitCodes.clean;
  },
};

/** Files that are read together, each in its profile. */
async function linkRequestFor(files: string[], profileId: string | undefined): Promise<LinkRequest> {
  const request: LinkRequest = { files: [], byHand: [] };
  for (const file of files) {
    const { dataset, detection } = await openDataset(file, profileId);
    await dataset.close();
    request.files.push({
      file: path.resolve(file),
      name: path.basename(file),
      profile: detection.profile,
      beside: false,
    });
  }
  return request;
}

interface GroupLine {
  file: string;
  type: string;
  group: string;
  /** Line numbers, from 1, in the order in which people read them, and the place of each. */
  rows: number[];
  places: string[];
}

function linesOf({ type, name, members }: LinkedGroup, files: string[]): GroupLine[] {
  return files.flatMap((file, at) => {
    const here = members.filter((member) => member.file === at);
    if (here.length === 0) return [];
    const rows = here.map(({ row }) => row + 1);
    return [{ file, type, group: name, rows, places: here.map(({ place }) => place) }];
  });
}

function inWords({ file, type, group, rows, places }: GroupLine): string {
  const named = rows.map((row, at) => (places[at] ? `${row} (${places[at]})` : String(row)));
  return `${path.normalize(file)}: ${type} “${group}”: ${rows.length === 1 ? 'row' : 'rows'} ${named.join(', ')}`;
}
