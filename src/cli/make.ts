import path from 'node:path';
import { counted } from '../core/counted';
import { nodeFileStore } from '../core/dataset/node-file-store';
import { walkRows } from '../core/dataset/row-reader';
import { defaultCsv } from '../core/export/export-options';
import { exportRows } from '../core/export/export-rows';
import { makeRows, noCounts } from '../core/make/recipe';
import type { MakingCounts, Recipe, RowSource } from '../core/make/recipe';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput, UsageError } from './exit-codes';
import { wholeNumber } from './numbers';
import { openDataset } from './open-dataset';
import { reasonOf } from './reason';
import { writeLine } from './output';

/** Writes a new dataset that is made of another: in another order, a sample, pairs of solutions, or single ones. */
export const make: Command = {
  usage:
    'make order|sample|pairs|completions|chains FILE --to OUT.jsonl [--by FIELD] [--buckets 1] [--column curriculum] [--each 10] [--seed 1] [--most 1] [--keep right|wrong|both] [--horizon 2] [--count 1]',
  run: async ([kind = '', file = ''], options) => {
    const recipe = recipeOf(kind, options);
    const { to, format } = options;
    if (file === '' || to === undefined) throw new UsageError('make takes a FILE, and --to says where to');
    const counts = noCounts();
    const written = await write(recipe, file, to, options, counts);
    if (format === 'jsonl') writeLine(JSON.stringify({ file, to, kind, written, ...counts }));
    else writeLine(`${file}: ${counted(written, 'row')} to ${to}${inWords(recipe, counts)}`);
    return exitCodes.clean;
  },
};

async function write(
  recipe: Recipe,
  file: string,
  to: string,
  options: Options,
  counts: MakingCounts,
): Promise<number> {
  const { dataset, detection } = await openDataset(file, options);
  const open = await nodeFileStore.open(dataset.path);
  const source: RowSource = {
    profile: detection.profile,
    rows: () => walkRows(open, Infinity),
    row: async (number) => (await dataset.rows(number, 1))[0],
  };
  const request = {
    to: path.resolve(to),
    replace: options.replace,
    format: 'jsonl' as const,
    csv: defaultCsv,
  };
  try {
    const made = () => makeRows(recipe, source, counts);
    return (await exportRows(made, request, new AbortController().signal, () => undefined)).rows;
  } catch (error) {
    throw new UnreadableInput(`${to}: ${reasonOf(error)}`);
  } finally {
    await open.close();
    await dataset.close();
  }
}

function recipeOf(kind: string, options: Options): Recipe {
  const { by, keep, column } = options;
  const number = (name: 'buckets' | 'each' | 'seed' | 'most' | 'horizon' | 'count') =>
    wholeNumber(`--${name}`, options[name]);
  switch (kind) {
    case 'order':
      return { kind, by: needed(by), buckets: number('buckets'), column };
    case 'sample':
      return { kind, by: needed(by), each: number('each'), seed: number('seed') };
    case 'pairs':
      return { kind, most: number('most') };
    case 'completions':
      if (keep !== 'right' && keep !== 'wrong' && keep !== 'both')
        throw new UsageError('--keep is right, wrong or both');
      return { kind, keep };
    case 'chains':
      return { kind, horizon: number('horizon'), count: number('count'), seed: number('seed') };
    default:
      throw new UsageError('make order, sample, pairs, completions or chains?');
  }
}

function needed(field: string | undefined): string {
  if (field === undefined) throw new UsageError('--by names the field');
  return field;
}

function inWords({ kind }: Recipe, { rows, without, traces }: MakingCounts): string {
  const ofTraces =
    kind === 'pairs' || kind === 'completions'
      ? `, of traces ${traces.right} right, ${traces.wrong} wrong, ${traces.unknown} unknown`
      : '';
  return ` (${counted(rows, 'row')} read, ${without} gave none${ofTraces}).`;
}
