import { nodeFileStore } from '../core/dataset/node-file-store';
import { inferSchema } from '../core/schema/infer-schema';
import { tallyFile } from '../core/schema/tally-file';
import { asLines } from './as-lines';
import type { Command } from './command';
import { exitCodes, UnreadableInput } from './exit-codes';
import { reasonOf } from './reason';

/** Writes the JSON Schema that all rows of a file keep to. */
export const schema: Command = {
  usage: 'schema FILE > FILE.schema.json',
  run: async ([name = '']) => {
    const rows = await tallied(name).catch((error: unknown) => {
      throw new UnreadableInput(`${name}: ${reasonOf(error)}`);
    });
    if (rows.count === 0) throw new UnreadableInput(`${name}: no row is a JSON object`);
    process.stdout.write(`${JSON.stringify(inferSchema(rows), null, 2)}\n`);
    return exitCodes.clean;
  },
};

async function tallied(name: string) {
  const { file, discard } = await asLines(name);
  const open = await nodeFileStore.open(file);
  try {
    return await tallyFile(open, () => undefined);
  } finally {
    await open.close();
    await discard();
  }
}
