import { parentPort, workerData } from 'node:worker_threads';
import { judgeAnswer } from '../core/answer/judge-answer';
import { judgeTraces } from '../core/answer/judge-traces';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import type { Profile } from '../core/profile/profile';
import { readRow } from '../core/profile/read-row';
import type { Json } from '../core/row/json';
import { isObject } from '../core/row/json';
import { decodeRow, parseRow } from '../core/row/parse';
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
      if (of === 'pairs') pairs.push(...pairIn(parsed.value, row));
      else traces.push(...tracesIn(parsed.value, row, profile));
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

function pairIn(value: Json, row: number): JudgedPair[] {
  if (!isObject(value)) return [];
  const [gold, given] = [value['gold'], value['pred']].map(textOf);
  return gold === undefined || given === undefined ? [] : [{ row, judgement: judgeAnswer(gold, given) }];
}

/** What is no text or number is written as JSON; a field that is not there says nothing. */
function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}

function tracesIn(value: Json, row: number, profile: Profile): JudgedTrace[] {
  return judgeTraces(readRow(value, profile)).map((judgement) => ({ row, judgement }));
}

function tell(report: AnswerReport): void {
  parentPort?.postMessage(report);
}

run(workerData as AnswerRequest).catch((error: unknown) => tell(failureOf(error)));
