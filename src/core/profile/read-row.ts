import type { Json, JsonPath } from '../row/json';
import { isObject, valueAt } from '../row/json';
import { markdownWith } from '../maths/dialect';
import { decodeAnswer } from './decoders/answer';
import { decodeArithmetic } from './decoders/arithmetic';
import { decodeChampSolutionRow, decodeChampSolutions, decodeChampSteps } from './decoders/champ';
import type { Decoder, Decoding } from './decoders/decoder';
import { decodeChoiceColumns, decodeChoices } from './decoders/choices';
import { decodeImages } from './decoders/images';
import { decodeInterleaved } from './decoders/interleaved';
import { decodeJudgedSteps } from './decoders/judged-steps';
import { decodeLabelledSteps } from './decoders/labelled-steps';
import { decodeMeasures } from './decoders/measures';
import { decodeMessages } from './decoders/messages';
import { decodeModelSolution, decodeSolutions } from './decoders/model-solutions';
import { decodeNextStep } from './decoders/next-step';
import { decodePreference } from './decoders/preference';
import { decodePrm800kSteps } from './decoders/prm800k';
import { decodeProgram } from './decoders/program';
import { decodePrompt } from './decoders/prompt';
import { decodeProblemId, decodeReferences } from './decoders/references';
import { decodeGsm8kAnswer, decodeSolution, decodeStepList } from './decoders/solutions';
import { decodeRegions } from './decoders/regions';
import { decodeStages } from './decoders/stages';
import { decodeStudentWork } from './decoders/student-work';
import { decodeText, decodeTexts } from './decoders/text';
import { decodeTaggedReferences } from './decoders/tagged-references';
import { decodeTranscript } from './decoders/transcript';
import { decodeTurnColumns } from './decoders/turn-columns';
import { claim, fieldsOfRule, isClaimed, unclaimedFields } from './claimed-fields';
import type { Claims } from './claimed-fields';
import type { Profile, RoleRule } from './profile';
import { saysNothing } from './missing';
import { nameValues } from './named-values';
import { readLinks } from './read-links';
import { dropRepeats } from './repeated-texts';
import { takeQuestionChoices } from './question-choices';
import { markRightChoices } from './right-choices';
import { emptyReading } from './reading';
import type { Reading, SourceText } from './reading';

const decoders: Record<RoleRule['decoder'], Decoder> = {
  text: decodeText,
  texts: decodeTexts,
  answer: decodeAnswer,
  references: decodeReferences,
  'problem-id': decodeProblemId,
  'gsm8k-answer': decodeGsm8kAnswer,
  solution: decodeSolution,
  'step-list': decodeStepList,
  'champ-steps': decodeChampSteps,
  'champ-solutions': decodeChampSolutions,
  'champ-solution-row': decodeChampSolutionRow,
  messages: decodeMessages,
  transcript: decodeTranscript,
  'turn-columns': decodeTurnColumns,
  'tagged-references': decodeTaggedReferences,
  images: decodeImages,
  interleaved: decodeInterleaved,
  regions: decodeRegions,
  prompt: decodePrompt,
  solutions: decodeSolutions,
  'model-solution': decodeModelSolution,
  'labelled-steps': decodeLabelledSteps,
  'prm800k-steps': decodePrm800kSteps,
  'next-step': decodeNextStep,
  'judged-steps': decodeJudgedSteps,
  preference: decodePreference,
  stages: decodeStages,
  program: decodeProgram,
  measures: decodeMeasures,
  choices: decodeChoices,
  'choice-columns': decodeChoiceColumns,
  arithmetic: decodeArithmetic,
  'student-work': decodeStudentWork,
};

/** Reads a row in the roles of `profile`. A field whose value is of another kind than expected stays among the others. */
export function readRow(row: Json, profile: Profile): Reading {
  const reading = emptyReading();
  const claims: Claims = new Map();
  for (const path of profile.repeats) claim(claims, path);
  const below = profile.keyed ? onlyField(row) : [];
  const inner = below.length > 0 ? (valueAt(row, below) ?? null) : row;
  for (const rule of profile.roles) {
    for (const part of applyRule(inner, rule, claims, below)) append(reading, part);
  }
  const counted = profile.roles.find(({ answerIsPlace }) => answerIsPlace);
  if (reading.problem.some(isFilled)) reading.problem = reading.problem.filter(isFilled);
  dropRepeats(reading);
  takeQuestionChoices(reading);
  markRightChoices(reading.choices, reading.answers, counted?.placesFrom ?? null);
  nameValues(reading, profile);
  reading.links = readLinks(inner, profile);
  reading.others = unclaimedFields(inner, claims, below);
  return reading;
}

/** An `input` that is empty adds nothing to an instruction. */
function isFilled({ text }: SourceText): boolean {
  return text.trim() !== '';
}

/** The way below the row's only field, where that holds an object. */
function onlyField(row: Json): JsonPath {
  if (!isObject(row)) return [];
  const [key, ...more] = Object.keys(row);
  return key !== undefined && more.length === 0 && isObject(row[key]) ? [key] : [];
}

function applyRule(row: Json, rule: RoleRule, claims: Claims, below: JsonPath): Partial<Reading>[] {
  const first = firstOf(row, rule, rule.paths, claims, below);
  const parts = first ? [first] : [];
  if (rule.keys === undefined) return parts;
  return [
    ...parts,
    ...keysLike(row, rule.keys).flatMap((key) => firstOf(row, rule, [[key]], claims, below) ?? []),
  ];
}

function firstOf(
  row: Json,
  rule: RoleRule,
  paths: JsonPath[],
  claims: Claims,
  below: JsonPath,
): Partial<Reading> | null {
  for (const path of paths) {
    const value = valueAt(row, path);
    if (value === undefined || value === null || isClaimed(claims, path)) continue;
    if (saysNothing(value, rule)) continue;
    if (
      rule.matches !== undefined &&
      !(typeof value === 'string' && new RegExp(rule.matches, 'u').test(value))
    )
      continue;
    const part = decode({ value, path: [...below, ...path], row, rule: inDialect(rule) });
    if (!part) continue;
    for (const used of fieldsOfRule(path, rule)) claim(claims, used);
    return part;
  }
  return null;
}

function decode(decoding: Decoding): Partial<Reading> | null {
  try {
    return decoders[decoding.rule.decoder](decoding);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null; // nested more deeply than a recursive reader can go
  }
}

/** Delimiters of the rule's own belong to its dialect, so that every reader of a text knows them. */
function inDialect(rule: RoleRule): RoleRule {
  const { dialect, delimiters } = rule;
  return dialect === 'markdown' && delimiters.length > 0
    ? { ...rule, dialect: markdownWith(delimiters) }
    : rule;
}

/** The names that an expression matches, in the order of the last number in them. */
function keysLike(row: Json, expression: string): string[] {
  if (!isObject(row)) return [];
  const like = new RegExp(expression, 'u');
  const keys = Object.keys(row).filter((key) => like.test(key));
  return keys.length > 1 && keys.every((key) => /\d/.test(key))
    ? keys.toSorted((a, b) => numberIn(a) - numberIn(b))
    : keys;
}

function numberIn(key: string): number {
  return Number(/(\d+)\D*$/.exec(key)?.[1] ?? 0);
}

/** The parts of a reading that are lists, and grow rule by rule. */
function append(reading: Reading, part: Partial<Reading>): void {
  for (const name of Object.keys(part) as (keyof Reading)[])
    for (const each of part[name] ?? []) (reading[name] as unknown[]).push(each);
}
