import path from 'node:path';
import { figuresOf } from '../core/measure/measure-figures';
import type { MeasureFigure } from '../core/measure/measure-figures';
import type { MeasureReport } from '../core/measure/measure-report';
import type { MeasureRequest } from '../protocol/measure-worker';
import { runMeasureThread } from '../workers/threads';
import type { Command } from './command';
import { exitCodes, UnreadableInput } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Says how often tries at a dataset's problems are right: pass@k, by model, over variants, by field; and what its scores are. */
export const measure: Command = {
  usage: 'measure FILE... [--profile ID] [--format jsonl]',
  run: async (files, { format, profile }) => {
    for (const file of files) {
      const report = await reportOn(file, profile);
      const figures = figuresOf(report);
      if (format === 'jsonl') for (const figure of figures) writeLine(JSON.stringify({ file, ...figure }));
      else for (const line of inWords(file, report, figures)) writeLine(line);
    }
    return exitCodes.clean;
  },
};

async function reportOn(file: string, profileId: string | undefined): Promise<MeasureReport> {
  const { dataset, detection, close } = await openAnyDataset(file, profileId);
  try {
    return await measured(file, { file: dataset.path, profile: detection.profile });
  } finally {
    await close();
  }
}

async function measured(file: string, request: MeasureRequest): Promise<MeasureReport> {
  let report: MeasureReport | null = null;
  let failure = 'the thread that measures it ended early';
  const script = path.join(__dirname, 'measure-worker.js');
  await runMeasureThread(script, request, new AbortController().signal, (said) => {
    if (said.kind === 'done') report = said.report;
    if (said.kind === 'failed') failure = said.message;
  });
  if (report === null) throw new UnreadableInput(`${file}: ${failure}`);
  return report;
}

function inWords(
  file: string,
  { rows, judged, logProbabilities }: MeasureReport,
  figures: MeasureFigure[],
): string[] {
  const head = `${file}: ${rows} rows, ${judged} of which say whether a try is right`;
  const notice = logProbabilities
    ? [`${file}: contains ${logProbabilities.tokens} log-probabilities in ${logProbabilities.rows} rows`]
    : [];
  return [head, ...notice, ...figures.map((figure) => `${file}: ${figureInWords(figure)}`)];
}

function figureInWords({ measure: name, by, field, group, k, of, value, low, high }: MeasureFigure): string {
  const whose = by === '' ? '' : ` of ${by}`;
  const which = group === '' ? '' : ` where ${field} is ${group}`;
  const interval = low === null || high === null ? '' : ` [${low.toFixed(3)}, ${high.toFixed(3)}]`;
  const named = k === null ? name : name.replace('@k', `@${k}`);
  return `${named}${whose}${which}: ${value.toFixed(3)}${interval} (${of})`;
}
