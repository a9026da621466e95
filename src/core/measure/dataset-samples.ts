import type { FileStore } from '../dataset/file-store';
import { walkRows } from '../dataset/row-reader';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { Reading } from '../profile/reading';
import { decodeRow, parseRow } from '../row/parse';

/** Samples of a dataset's rows, for holding it against another: a list of numbers each. */
export type DatasetSamples = Record<SampleName, Float64Array>;

export type SampleName =
  'problem length' | 'solution length' | 'solution steps' | 'number magnitude' | 'answer magnitude';

const NUMBER = /(?<![\w.])\d[\d,]*(?:\.\d+)?/g;
/** Numbers of one row that count: a table of a thousand would outweigh all others. */
const MOST_NUMBERS = 50;

/** Lengths are UTF-16 units of text, a magnitude is log10(1 + |number|). */
export async function datasetSamples(
  files: FileStore,
  { file, profile }: { file: string; profile: Profile },
  onBytes: (bytes: number) => void,
): Promise<DatasetSamples> {
  const lists: Record<SampleName, number[]> = {
    'problem length': [],
    'solution length': [],
    'solution steps': [],
    'number magnitude': [],
    'answer magnitude': [],
  };
  const open = await files.open(file);
  let bytes = 0;
  try {
    for await (const raw of walkRows(open)) {
      bytes += raw.size + 1;
      onBytes(bytes);
      const parsed = raw.size > raw.bytes.length ? null : parseRow(decodeRow(raw.bytes));
      if (parsed?.kind === 'value') addRow(lists, readRow(parsed.value, profile));
    }
  } finally {
    await open.close();
  }
  const entries = Object.entries(lists).map(([name, list]) => [name, Float64Array.from(list)]);
  return Object.fromEntries(entries) as DatasetSamples;
}

function addRow(lists: Record<SampleName, number[]>, { problem, answers, traces }: Reading): void {
  const words = problem.map(({ text }) => text).join('\n');
  if (words !== '') lists['problem length'].push(words.length);
  for (const { steps } of traces) {
    lists['solution length'].push(steps.reduce((sum, { source }) => sum + source.text.length, 0));
    lists['solution steps'].push(steps.length);
  }
  lists['number magnitude'].push(...numbersIn(words).slice(0, MOST_NUMBERS).map(magnitude));
  for (const { text } of answers) lists['answer magnitude'].push(...numbersIn(text).slice(-1).map(magnitude));
}

function numbersIn(text: string): number[] {
  return (text.match(NUMBER) ?? [])
    .map((number) => Number(number.replaceAll(',', '')))
    .filter(Number.isFinite);
}

function magnitude(number: number): number {
  return Math.log10(1 + Math.abs(number));
}
