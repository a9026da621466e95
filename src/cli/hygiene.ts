import { asSet } from '../core/check/check-settings';
import { ratesInWords } from '../core/hygiene/corpus-words';
import { scanCorpusInThread } from '../workers/corpus-client';
import type { Command } from './command';
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
    for (const file of files) {
      const { dataset, detection, settings, close } = await openAnyDataset(file, options);
      const request = { file: dataset.path, profile: detection.profile };
      const scanned = await scanCorpusInThread(
        __dirname,
        request,
        new AbortController().signal,
        () => undefined,
      )
        .catch((error: unknown) => {
          throw new UnreadableInput(`${file}: ${reasonOf(error)}`);
        })
        .finally(close);
      if (!scanned) continue;
      for (const finding of scanned.findings.flatMap((each) => asSet(each, settings))) {
        found++;
        writeLine(options.format === 'jsonl' ? findingLine(file, finding) : findingInWords(file, finding));
      }
      for (const line of ratesInWords(scanned.report)) process.stderr.write(`${file}: ${line}\n`);
    }
    return found > 0 ? exitCodes.findings : exitCodes.clean;
  },
};
