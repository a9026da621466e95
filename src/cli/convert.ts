import path from 'node:path';
import { counted } from '../core/counted';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { convertToJsonl } from '../core/import/convert';
import { defaultImport } from '../core/import/import-options';
import { jsonlBeside } from '../core/import/output-name';
import type { FieldChoice } from '../core/import/row-shape';
import type { Command } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { writeLine } from './output';
import { reasonOf } from './reason';

/** Makes JSONL files of files of other kinds. */
export const convert: Command = {
  usage: 'convert FILE [--to OUT.jsonl] [--fields a,b=new] [--key-field id] [--replace] [--format jsonl]',
  run: async (files, { to, fields, 'key-field': keyField, replace, format }) => {
    if (to !== undefined && files.length > 1) throw new UsageError('--to is for one FILE');
    let clean = true;
    for (const file of files) {
      const target = to ?? jsonlBeside(file);
      const options = {
        ...defaultImport,
        fields: choiceOf(fields),
        keyField: keyField ?? defaultImport.keyField,
      };
      const request = { from: path.resolve(file), to: path.resolve(target), replace, options };
      const { kind, rows, leftOut, problems, problemCount, notes } = await convertToJsonl(
        nodeFileStore,
        request,
        new AbortController().signal,
        () => undefined,
      ).catch((error: unknown) => {
        throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
      });
      const line = { file, to: target, kind: kind.id, rows, leftOut, problems, problemCount, notes };
      if (format === 'jsonl') writeLine(JSON.stringify(line));
      else for (const sentence of inWords(line)) writeLine(sentence);
      clean &&= problemCount === 0;
    }
    return clean ? exitCodes.clean : exitCodes.findings;
  },
};

function choiceOf(fields: string | undefined): FieldChoice[] | null {
  if (fields === undefined) return null;
  return fields.split(',').map((field) => {
    const [name = '', as = name] = field.split('=');
    if (name === '' || as === '') throw new UsageError(`--fields is a,b or a=new,b, not “${fields}”`);
    return { name, as };
  });
}

function inWords(line: {
  file: string;
  to: string;
  rows: number;
  leftOut: number;
  problems: { place: string; message: string }[];
  problemCount: number;
  notes: string[];
}): string[] {
  const left = line.leftOut > 0 ? `, ${line.leftOut} left out` : '';
  const more = line.problemCount - line.problems.length;
  return [
    `${line.file}: ${counted(line.rows, 'row')} to ${line.to}${left}.`,
    ...line.notes,
    ...line.problems.map(({ place, message }) => `${line.file}: ${place}: ${message}`),
    ...(more > 0 ? [`${more} more.`] : []),
  ];
}
