import path from 'node:path';
import { counted } from '../core/counted';
import { captionOf } from '../core/column/caption';
import type { ColumnStatistics, DatasetStatistics } from '../core/column/statistics';
import type { ValueKind } from '../core/row/json';
import { runStatisticsThread } from '../workers/threads';
import { exitCodes, UnreadableInput } from './exit-codes';
import type { Command } from './command';
import { openDataset } from './open-dataset';
import type { ReadingOptions } from './open-dataset';
import { writeLine } from './output';

/** Roles that are counted beside the fields. */
const ROLES = ['problem', 'answer', 'concept', 'trace'];

/** Says what the columns of a file hold. */
export const columns: Command = {
  usage: 'columns FILE... [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    for (const file of files) {
      const statistics = await statisticsOf(file, options);
      for (const column of statistics.columns) {
        if (column.present > 0)
          writeLine(options.format === 'jsonl' ? asLine(file, column) : inWords(file, column));
      }
    }
    return exitCodes.clean;
  },
};

async function statisticsOf(file: string, options: ReadingOptions): Promise<DatasetStatistics> {
  const { dataset, detection } = await openDataset(file, options);
  await dataset.close();
  const script = path.join(__dirname, 'statistics-worker.js');
  const request = { file: path.resolve(file), profile: detection.profile, roles: ROLES };
  let counted: DatasetStatistics | null = null;
  let failure = 'the thread that counts it ended early';
  await runStatisticsThread(script, request, new AbortController().signal, (report) => {
    if (report.kind === 'done') counted = report.statistics;
    if (report.kind === 'failed') failure = report.message;
  });
  if (counted === null) throw new UnreadableInput(`${file}: ${failure}`);
  return counted;
}

/** `length` counts UTF-16 units of texts; `range` is of numbers; both null where there are none. */
function asLine(
  file: string,
  { field, kinds, present, missing, distinct, length, number, top }: ColumnStatistics,
): string {
  return JSON.stringify({
    file,
    column: field,
    types: Object.fromEntries(Object.entries(kinds).filter(([, count]) => count > 0)),
    present,
    missing,
    distinct: distinct.count,
    length: length && { min: length.min, max: length.max, mean: length.mean },
    range: number && { min: number.min, max: number.max, mean: number.mean },
    top,
  });
}

function inWords(file: string, column: ColumnStatistics): string {
  const kinds = (Object.keys(column.kinds) as ValueKind[]).filter((kind) => column.kinds[kind] > 0);
  const missing = column.missing > 0 ? `, missing in ${column.missing}` : '';
  const caption = captionOf(column);
  return `${file}: ${column.field}: ${kinds.join(' or ')} in ${counted(column.present, 'row')}${missing}${caption && ` (${caption})`}`;
}
