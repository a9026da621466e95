import path from 'node:path';
import type { LinkedGroup } from '../core/link/group';
import type { LinkIndex } from '../core/link/link-index';
import type { Command } from './command';
import { exitCodes } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';
import { readLinks } from './read-links';
import type { Opened } from './read-links';

/** Says which rows belong together, and of translations which languages are missing. A group of several files has a line for each. */
export const groups: Command = {
  usage: 'groups FILE... [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const opened: Opened[] = [];
    try {
      for (const file of files) opened.push(await openAnyDataset(file, options));
      writeGroups(await readLinks(opened, files), files, options.format === 'jsonl');
    } finally {
      for (const { close } of opened) await close();
    }
    return exitCodes.clean;
  },
};

function writeGroups(index: LinkIndex, files: string[], asJson: boolean): void {
  const languages = languagesIn(index);
  for (let number = 0; number < index.size; number++) {
    const group = index.group(number);
    const lacks = group.type === 'translation' ? { lacks: lacking(group, languages) } : {};
    for (const line of linesOf(group, files))
      writeLine(asJson ? JSON.stringify({ ...line, ...lacks }) : inWords(line, lacks.lacks ?? []));
  }
}

/** Every language that some problem has. */
function languagesIn(index: LinkIndex): Set<string> {
  const languages = new Set<string>();
  for (let number = 0; number < index.size; number++) {
    const { type, members } = index.group(number);
    if (type === 'translation') for (const { place } of members) if (place !== '') languages.add(place);
  }
  return languages;
}

function lacking({ members }: LinkedGroup, languages: ReadonlySet<string>): string[] {
  const here = new Set(members.map(({ place }) => place));
  return [...languages].filter((language) => !here.has(language)).toSorted();
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

function inWords({ file, type, group, rows, places }: GroupLine, lacks: string[]): string {
  const named = rows.map((row, at) => (places[at] ? `${row} (${places[at]})` : String(row)));
  return `${path.normalize(file)}: ${type} “${group}”: ${rows.length === 1 ? 'row' : 'rows'} ${named.join(', ')}${lacks.length > 0 ? `; not in ${lacks.join(', ')}` : ''}`;
}
