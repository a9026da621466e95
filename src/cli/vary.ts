import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { counted } from '../core/counted';
import { varyRow } from '../core/make/vary-row';
import type { NumberRange } from '../core/make/vary-numbers';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { wholeNumber } from './numbers';
import { openDataset } from './open-dataset';
import { writeLine } from './output';

/** New rows with other numbers, on standard output; the rows that have none are told on standard error. */
export const vary: Command = {
  usage: 'vary FILE [--row N] [--range 2-99] [--count 1] [--seed 1] [--profile ID]',
  run: async ([file = ''], options) => {
    const { row, range, count, seed } = options;
    const { dataset, detection } = await openDataset(file, options);
    const random = xoroshiro128plus(wholeNumber('--seed', seed));
    const draw = ({ from, to }: NumberRange) => uniformInt(random, from, to);
    const [from, number] = row === undefined ? [0, dataset.index.rows] : [wholeNumber('--row', row) - 1, 1];
    const wanted = { range: rangeOf(range), count: wholeNumber('--count', count) };
    let refused = 0;
    try {
      for (let at = from; at < from + number; at++) {
        const [raw] = await dataset.rows(at, 1);
        if (!raw) throw new UsageError(`${file} has ${counted(dataset.index.rows, 'row')}`);
        const taken = new Set<string>();
        for (let variant = 1; variant <= wanted.count; variant++) {
          const made = varyRow(raw.bytes, detection.profile, variant, wanted.range, draw, taken);
          if ('bytes' in made) {
            taken.add(made.question);
            writeLine(Buffer.from(made.bytes).toString());
          } else {
            process.stderr.write(`${file}:${at + 1}: ${made.why}\n`);
            refused++;
            break;
          }
        }
      }
    } finally {
      await dataset.close();
    }
    return refused > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

function rangeOf(text: string): NumberRange {
  const [, from = '', to = ''] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? [];
  if (from === '' || Number(from) > Number(to)) throw new UsageError('--range is like 2-99');
  return { from: Number(from), to: Number(to) };
}
