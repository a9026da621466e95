import { parentPort, workerData } from 'node:worker_threads';
import { judgeAnswer } from '../core/answer/judge-answer';
import { judgeTraces } from '../core/answer/judge-traces';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import type { Profile } from '../core/profile/profile';
import { readExactly } from '../core/profile/spelled-reading';
import type { Json } from '../core/row/json';
import { isObject } from '../core/row/json';
import { numberSpellings } from '../core/row/number-spellings';
import { decodeRow, parseRow } from '../core/row/parse';
import type { ParsedRow } from '../core/row/parse';
import type { AnswerReport, AnswerRequest, JudgedPair, JudgedTrace } from '../protocol/answer-worker';
import { failureOf } from './worker-reports';

/** So many are told at once. */
const BATCH = 500;

async function run({ file, profile, of }: AnswerRequest): Promise<void> {
  const open = await nodeFileStore.open(file);
  let pairs: JudgedPair[] = [];
  let traces: JudgedTrace[] = [];
  try {
    for await (const { number: row, bytes, size } of walkRows(open)) {
      const parsed = size > bytes.length ? null : parseRow(decodeRow(bytes));
      if (parsed?.kind !== 'value') continue;
      if (of === 'pairs') pairs.push(...pairIn(parsed, row));
      else traces.push(...tracesIn(parsed, row, profile));
      if (pairs.length + traces.length < BATCH) continue;
      tell({ kind: 'judged', pairs, traces });
      [pairs, traces] = [[], []];
    }
  } finally {
    await open.close();
  }
  tell({ kind: 'judged', pairs, traces });
  tell({ kind: 'done' });
}

type RowText = Extract<ParsedRow, { kind: 'value' }>;

function pairIn({ value, text }: RowText, row: number): JudgedPair[] {
  if (!isObject(value)) return [];
  const spelled = Object.values(value).some((each) => typeof each === 'number')
    ? numberSpellings(text)
    : null;
  const [gold, given] = ['gold', 'pred'].map((key) => spelled?.get(key) ?? textOf(value[key]));
  return gold === undefined || given === undefined ? [] : [{ row, judgement: judgeAnswer(gold, given) }];
}

/** What is no text or number is written as JSON; a field that is not there says nothing. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}

function tracesIn(parsed: RowText, row: number, profile: Profile): JudgedTrace[] {
  return judgeTraces(readExactly(parsed, profile)).map((judgement) => ({ row, judgement }));
}

function tell(report: AnswerReport): void {
  parentPort?.postMessage(report);
}

run(workerData as AnswerRequest).catch((error: unknown) => tell(failureOf(error)));
