import path from 'node:path';
import { agreementOn } from '../core/agreement/agreement-report';
import type { AgreementFigure } from '../core/agreement/agreement-report';
import { errorAnswersOf } from '../core/agreement/answered-first-errors';
import { figureWords } from '../core/agreement/figure-words';
import { cutFigures } from '../core/agreement/cut-apart';
import { collectRatings } from '../core/agreement/collect-ratings';
import { groupsByField } from '../core/agreement/row-groups';
import type { RowGroups } from '../core/agreement/row-groups';
import { selfFigures } from '../core/agreement/self-agreement';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { schemesOf } from '../core/scheme/scheme-in-force';
import { wordQuestions } from '../core/scheme/word-questions';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';
import { readFold } from './row-facts';

/** Says how far the annotators of a dataset agree, from the logs beside it. */
export const agreement: Command = {
  usage: 'agreement FILE... [--by FIELD] [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    const { format, by, projects } = options;
    for (const file of files) {
      const { fold, keys } = await readFold(path.resolve(file));
      const groups: RowGroups = by === undefined ? new Map() : await groupsOf(file, by, options);
      const standing = [...keys].map((key) => fold.standing(key));
      const write = (figure: AgreementFigure) =>
        writeLine(format === 'jsonl' ? asLine(file, figure) : `${file}: ${figureWords(figure)}`);
      const schemes = schemesOf(await projects.of(file));
      const [errors, words] = [errorAnswersOf(schemes), wordQuestions(schemes)];
      for (const question of collectRatings(standing, errors, words)) {
        const figures = agreementOn(question, (key) => groups.get(key) ?? []);
        for (const figure of figures) write(figure);
      }
      for (const figure of [...cutFigures(standing), ...selfFigures(fold, words)]) write(figure);
    }
    return exitCodes.clean;
  },
};

/** The values of a field by row key. */
async function groupsOf(file: string, by: string, options: ReadingOptions): Promise<RowGroups> {
  const { dataset, detection } = await openDataset(file, options);
  const open = await nodeFileStore.open(dataset.path);
  try {
    const groups = await groupsByField(open, detection.profile, by);
    if (!groups) throw new UsageError(`“${by}” is no field`);
    return groups;
  } finally {
    await open.close();
    await dataset.close();
  }
}

/** `low` and `high`: 95 %, by bootstrap. `why`: where there is no value. */
function asLine(file: string, figure: AgreementFigure): string {
  return JSON.stringify({ file, ...figure });
}
