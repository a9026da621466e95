import { nodeFileStore } from '../core/dataset/node-file-store';
import { datasetSamples } from '../core/measure/dataset-samples';
import type { DatasetSamples, SampleName } from '../core/measure/dataset-samples';
import { sampleShift } from '../core/measure/two-samples';
import type { Command } from './command';
import { exitCodes, UsageError } from './exit-codes';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';

/** Says how two datasets differ in lengths and in the size of their numbers. */
export const shift: Command = {
  usage: 'shift FILE OTHER [--profile ID] [--format jsonl]',
  run: async (files, { format, profile }) => {
    const [file, other, ...more] = files;
    if (file === undefined || other === undefined || more.length > 0)
      throw new UsageError('shift takes two files');
    const [first, second] = [await samplesOf(file, profile), await samplesOf(other, profile)];
    for (const name of Object.keys(first) as SampleName[]) {
      const found = sampleShift(first[name], second[name]);
      if (!found) continue;
      if (format === 'jsonl') writeLine(JSON.stringify({ file, other, sample: name, ...found }));
      else writeLine(inWords(name, found));
    }
    return exitCodes.clean;
  },
};

async function samplesOf(name: string, profileId: string | undefined): Promise<DatasetSamples> {
  const { dataset, detection, close } = await openAnyDataset(name, profileId);
  try {
    const request = { file: dataset.path, profile: detection.profile };
    return await datasetSamples(nodeFileStore, request, () => undefined);
  } finally {
    await close();
  }
}

function inWords(
  name: string,
  { counts, medians, distance, chance }: NonNullable<ReturnType<typeof sampleShift>>,
): string {
  const [before, after] = medians.map((median) => median.toPrecision(4));
  const likely = chance < 0.001 ? 'below 0.001' : chance.toFixed(3);
  return `${name}: median ${before} of ${counts[0]}, ${after} of ${counts[1]}; distance ${distance.toFixed(3)}, chance ${likely}`;
}
