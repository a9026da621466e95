import type { Json, JsonPath } from '../row/json';
import { isObject, valueAt } from '../row/json';
import { decodeChampSolutionRow, decodeChampSolutions, decodeChampSteps } from './decoders/champ';
import type { Decoder } from './decoders/decoder';
import { decodeFileName } from './decoders/file-name';
import { decodeMessages } from './decoders/messages';
import { decodeProblemId, decodeReferences } from './decoders/references';
import { decodeGsm8kAnswer, decodeSolution, decodeStepList } from './decoders/solutions';
import { decodeText } from './decoders/text';
import type { Profile, RoleRule } from './profile';
import { readLinks } from './read-links';
import { emptyReading } from './reading';
import type { Reading } from './reading';

const decoders: Record<RoleRule['decoder'], Decoder> = {
  text: decodeText,
  references: decodeReferences,
  'problem-id': decodeProblemId,
  'gsm8k-answer': decodeGsm8kAnswer,
  solution: decodeSolution,
  'step-list': decodeStepList,
  'champ-steps': decodeChampSteps,
  'champ-solutions': decodeChampSolutions,
  'champ-solution-row': decodeChampSolutionRow,
  messages: decodeMessages,
  'file-name': decodeFileName,
};

/** Reads a row in the roles of `profile`. A field whose value is of another kind than expected stays among the others. */
export function readRow(row: Json, profile: Profile): Reading {
  const reading = emptyReading();
  const claimed = new Set<string>(profile.repeats.map(topKey));
  for (const rule of profile.roles) {
    const part = applyRule(row, rule, claimed);
    if (part) append(reading, part);
  }
  reading.links = readLinks(row, profile.links);
  reading.others = unclaimedFields(row, claimed);
  return reading;
}

function applyRule(row: Json, rule: RoleRule, claimed: Set<string>): Partial<Reading> | null {
  for (const path of rule.paths) {
    const value = valueAt(row, path);
    if (value === undefined || value === null || claimed.has(pathKey(path))) continue;
    const part = decoders[rule.decoder]({ value, path, row, rule });
    if (!part) continue;
    for (const used of usedPaths(path, rule)) claimed.add(used);
    return part;
  }
  return null;
}

/** A rule uses up its own field and the ones it reads beside it. */
function usedPaths(path: JsonPath, rule: RoleRule): string[] {
  const beside = [rule.firstErrorField, rule.answerRightField].filter((field) => field !== undefined);
  return [path, ...beside].flatMap((field) => [pathKey(field), topKey(field)]);
}

/** The parts of a reading that are lists, and grow rule by rule. */
function append(reading: Reading, part: Partial<Reading>): void {
  for (const name of Object.keys(part) as (keyof Reading)[]) {
    (reading[name] as unknown[]).push(...(part[name] ?? []));
  }
}

function unclaimedFields(row: Json, claimed: Set<string>): Reading['others'] {
  if (!isObject(row)) return [{ path: [], value: row }];
  return Object.keys(row)
    .filter((key) => !claimed.has(key) && row[key] !== null)
    .map((key) => ({ path: [key], value: row[key] ?? null }));
}

function topKey(path: JsonPath): string {
  return String(path[0]);
}

function pathKey(path: JsonPath): string {
  return path.map(String).join('\u0000');
}
