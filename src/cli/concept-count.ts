import path from 'node:path';
import type { ConceptReport } from '../core/concept/concept-report';
import type { LibraryFiles } from '../core/dataset/reference-library';
import type { Profile } from '../core/profile/profile';
import { runConceptThread } from '../workers/threads';
import { UnreadableInput } from './exit-codes';
import { readTags } from './row-facts';

/** A dataset whose concepts are counted: `file` has its rows, `dataset` is what people call it, beside its library. */
export interface CountedFile {
  file: string;
  dataset: string;
  profile: Profile;
  /** Libraries besides those that are beside it, and files that are none. */
  libraries: LibraryFiles;
}

/** Counts in a thread how a dataset uses the library beside it, and what annotators tagged. */
export async function countConcepts({
  file,
  dataset,
  profile,
  libraries,
}: CountedFile): Promise<ConceptReport> {
  const tags = await readTags(dataset, profile);
  const request = { file, dataset, profile, elsewhere: [], libraries, tags };
  let counted: ConceptReport | null = null;
  let failure = 'the thread that counts it ended early';
  await runConceptThread(
    path.join(__dirname, 'concept-worker.js'),
    request,
    new AbortController().signal,
    (report) => {
      if (report.kind === 'done') counted = report.report;
      if (report.kind === 'failed') failure = report.message;
    },
  );
  if (counted === null) throw new UnreadableInput(`${dataset}: ${failure}`);
  return counted;
}
