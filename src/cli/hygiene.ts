import { asSet } from '../core/check/check-settings';
import { ratesInWords } from '../core/hygiene/corpus-words';
import { scanCorpusInThread } from '../workers/corpus-client';
import type { Command, Options } from './command';
import { exitCodes, UnreadableInput } from './exit-codes';
import { findingInWords, findingLine } from './finding-lines';
import { openAnyDataset } from './open-dataset';
import { writeLine } from './output';
import { reasonOf } from './reason';

/** Finds what may have been mixed into a corpus. Rates by source are written to standard error. */
export const hygiene: Command = {
  usage: 'hygiene FILE... [--profile ID] [--format jsonl]',
  run: async (files, options) => {
    let found = 0;
    for (const file of files) found += await scanFile(file, options);
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};

/** Returns how many findings there are. */
async function scanFile(file: string, options: Options): Promise<number> {
  const { dataset, detection, settings, close } = await openAnyDataset(file, options);
  try {
    const request = { file: dataset.path, profile: detection.profile };
    const never = new AbortController().signal;
    const scanned = await scanCorpusInThread(__dirname, request, never, () => undefined).catch(
      (error: unknown) => {
        throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
      },
    );
    if (!scanned) return 0;
    const findings = scanned.findings.flatMap((each) => asSet(each, settings));
    for (const finding of findings)
      writeLine(options.format === 'jsonl' ? findingLine(file, finding) : findingInWords(file, finding));
    for (const line of ratesInWords(scanned.report)) process.stderr.write(`${file}: ${line}\n`);
    return findings.length;
  } finally {
    await close();
  }
}
