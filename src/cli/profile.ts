import { counted } from '../core/counted';
import { errorMessage } from '../core/error-message';
import { readRow } from '../core/profile/read-row';
import type { Profile } from '../core/profile/profile';
import type { Measure, Reading } from '../core/profile/reading';
import { SAMPLE_ROWS } from '../core/profile/detect';
import type { DatasetFile } from '../core/dataset/dataset-file';
import { decodeRow, parseRow } from '../core/row/parse';
import { exitCodes } from './exit-codes';
import type { Command } from './command';
import type { Projects } from './projects';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Says what a file is taken for, and why. One that cannot be read does not keep the others from being told. */
export const profile: Command = {
  usage: 'profile FILE... [--format jsonl]',
  run: async (files, { format, projects }) => {
    let code: number = exitCodes.clean;
    for (const file of files) {
      try {
        const line = await describe(file, projects);
        writeLine(format === 'jsonl' ? JSON.stringify(line) : inWords(line));
      } catch (error) {
        process.stderr.write(`${errorMessage(error)}\n`);
        code = exitCodes.unreadable;
      }
    }
    return code;
  },
};

async function describe(file: string, projects: Projects) {
  const { dataset, detection, close } = await openAnyDataset(file, { profile: undefined, projects });
  const line = {
    file,
    profile: detection.profile.id,
    confidence: detection.confidence,
    why: detection.why,
    rows: dataset.index.rows,
    rolesUsed: await rolesUsed(dataset, detection.profile),
  };
  await close();
  return line;
}

async function rolesUsed(dataset: DatasetFile, used: Profile): Promise<string[]> {
  const rows = await dataset.rows(0, SAMPLE_ROWS);
  const roles = new Set<string>();
  for (const { bytes } of rows) {
    const parsed = parseRow(decodeRow(bytes));
    if (parsed.kind === 'value') for (const role of rolesOf(readRow(parsed.value, used))) roles.add(role);
  }
  return [...roles].toSorted();
}

function rolesOf(reading: Reading): string[] {
  return [
    ...(reading.problem.length ? ['problem'] : []),
    ...(reading.answers.length ? ['answer'] : []),
    ...(reading.hints.length ? ['hint'] : []),
    ...(reading.concepts.length ? ['concept'] : []),
    ...(reading.traces.length ? ['trace'] : []),
    ...(reading.traces.some(({ steps }) => steps.length) ? ['step'] : []),
    ...(reading.choices.length ? ['choice'] : []),
    ...(reading.media.length ? ['medium'] : []),
    ...(reading.links.length ? ['link'] : []),
    ...(measuresOf(reading).length ? ['measure'] : []),
    ...(reading.translations.length ? ['translation'] : []),
    ...(reading.context.length ? ['context'] : []),
  ];
}

/** Numbers about the row, its traces and their steps. */
function measuresOf({ measures, traces }: Reading): Measure[] {
  const ofTraces = traces.flatMap((trace) => [
    ...(trace.measures ?? []),
    ...trace.steps.flatMap((step) => step.measures ?? []),
  ]);
  return [...measures, ...ofTraces];
}

function inWords(line: {
  file: string;
  profile: string;
  why: string;
  rows: number;
  rolesUsed: string[];
}): string {
  return `${line.file}: ${line.profile}, ${counted(line.rows, 'row')} (${line.why}). Roles: ${line.rolesUsed.join(', ') || 'none'}.`;
}
