import path from 'node:path';
import { isEqual } from '../core/answer/comparison';
import { judgeAnswer } from '../core/answer/judge-answer';
import type { AnswerJudgement } from '../core/answer/judge-answer';
import type { AnswerRequest, JudgedPair, JudgedTrace } from '../protocol/answer-worker';
import { runAnswerThread } from '../workers/threads';
import { AnswerTally } from './answer-tally';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';

/** Judges final answers: of every trace against its row's answer, of pairs in a file, or of two texts. */
export const answer: Command = {
  usage: 'answer FILE... [--profile ID] [--format jsonl] | answer --pairs FILE | answer --pair GOLD GIVEN',
  run: async (args, options) => {
    if (options.pair) return judgePair(args, options);
    let allEqual = true;
    for (const file of args) allEqual = (await judgeFile(file, options)) && allEqual;
    return allEqual ? exitCodes.clean : exitCodes.findings;
  },
};

function judgePair([gold, given, ...more]: string[], { format }: Options): number {
  if (gold === undefined || given === undefined || more.length > 0)
    throw new UsageError('--pair takes two answers');
  const judgement = judgeAnswer(gold, given);
  const { verdict, how } = judgement;
  writeLine(
    format === 'jsonl'
      ? JSON.stringify({ verdict, how, gold: judgement.gold, pred: judgement.extracted })
      : inWords(judgement),
  );
  return isEqual(judgement) ? exitCodes.clean : exitCodes.findings;
}

/** Writes what is found in a file; says whether all answers are right. */
async function judgeFile(file: string, options: Options): Promise<boolean> {
  const { format, pairs } = options;
  const asJson = format === 'jsonl';
  const tally = new AnswerTally();
  const agreed: JudgedTrace[] = [];
  await runOver(file, options, pairs ? 'pairs' : 'traces', (judgedPairs, traces) => {
    for (const pair of judgedPairs) {
      tally.add('', pair.judgement, null);
      writeLine(asJson ? pairLine(pair) : `${file}:${pair.row + 1}: ${inWords(pair.judgement)}`);
    }
    for (const trace of traces) {
      tally.add(trace.judgement.author, trace.judgement, trace.judgement.published);
      if (disagrees(trace)) writeLine(traceLine(file, trace, asJson));
      else agreed.push(trace);
    }
  });
  for (const trace of agreed) writeLine(traceLine(file, trace, asJson));
  process.stderr.write(
    tally
      .lines()
      .map((line) => `${file}: ${line}\n`)
      .join(''),
  );
  return tally.allEqual;
}

async function runOver(
  file: string,
  options: ReadingOptions,
  of: AnswerRequest['of'],
  onJudged: (pairs: JudgedPair[], traces: JudgedTrace[]) => void,
): Promise<void> {
  const { dataset, detection, close } = await openAnyDataset(file, options);
  let failure: string | null = 'the thread that judges it ended early';
  const request = { file: dataset.path, profile: detection.profile, of };
  const script = path.join(__dirname, 'answer-worker.js');
  try {
    await runAnswerThread(script, request, new AbortController().signal, (report) => {
      if (report.kind === 'judged') onJudged(report.pairs, report.traces);
      else failure = report.kind === 'failed' ? report.message : null;
    });
  } finally {
    await close();
  }
  if (failure !== null) throw new UnreadableInput(`${file}: ${failure}`);
}

/** The dataset's own verdict is another. */
function disagrees({ judgement }: JudgedTrace): boolean {
  const { published, verdict } = judgement;
  return published !== null && verdict !== 'cannot-tell' && published !== isEqual(judgement);
}

function pairLine({ row, judgement: { verdict, how, gold, extracted } }: JudgedPair): string {
  return JSON.stringify({ row: row + 1, verdict, how, gold, pred: extracted });
}

function traceLine(file: string, judged: JudgedTrace, asJson: boolean): string {
  const { trace, author, verdict, how, gold, extracted, published } = judged.judgement;
  const row = judged.row + 1;
  if (asJson) return JSON.stringify({ file, row, trace, author, verdict, how, gold, extracted, published });
  const theirs = disagrees(judged) ? `; the dataset says ${published ? 'right' : 'wrong'}` : '';
  return `${file}:${row}: ${author === '' ? trace : author}: ${inWords(judged.judgement)}${theirs}`;
}

const WORDS: Record<AnswerJudgement['verdict'], string> = {
  'equal-exact': 'equal',
  'equal-symbolic': 'equal',
  'equal-rounded': 'equal',
  different: 'different',
  'cannot-tell': 'cannot tell',
};

function inWords({ verdict, how, gold, extracted }: AnswerJudgement): string {
  return `${WORDS[verdict]} (${how}): ${extracted} against ${gold}`;
}
