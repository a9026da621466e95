import { Worker } from 'node:worker_threads';
import type { AgreementReport, AgreementRequest } from '../protocol/agreement-worker';
import type { AnswerReport, AnswerRequest } from '../protocol/answer-worker';
import type { ConceptRequest, ConceptWorkerReport } from '../protocol/concept-worker';
import type { CorpusRequest, CorpusWorkerReport } from '../protocol/corpus-worker';
import type { DuplicateReport, DuplicateRequest } from '../protocol/duplicate-worker';
import type { FilterReport, FilterRequest } from '../protocol/filter-worker';
import type { LinkReport, LinkRequest } from '../protocol/link-worker';
import type { MeasureRequest, MeasureWorkerReport } from '../protocol/measure-worker';
import type { SchemaReport, SchemaRequest } from '../protocol/schema-worker';
import type { SortReport, SortRequest } from '../protocol/sort-worker';
import type { StatisticsReport, StatisticsRequest } from '../protocol/statistics-worker';

/**
 * Runs `script` in a thread. Reports arrive as they come; abort ends the thread at once, even within a regular expression that would
 * never end. Resolves when the thread has ended.
 */
type Thread<Request, Report> = (
  script: string,
  request: Request,
  signal: AbortSignal,
  onReport: (report: Report) => void,
) => Promise<void>;

/** Finds the rows of a file that a query asks for. */
export const runFilterThread = thread<FilterRequest, FilterReport>();
/** Puts the rows of a file in order. */
export const runSortThread = thread<SortRequest, SortReport>();
/** Counts the columns of a file. */
export const runStatisticsThread = thread<StatisticsRequest, StatisticsReport>();
/** Finds which rows of files belong together, and checks them. */
export const runLinkThread = thread<LinkRequest, LinkReport>();

/** Finds rows of files that have the same problem. */
export const runDuplicateThread = thread<DuplicateRequest, DuplicateReport>();

/** Finds what may have been mixed into a file. */
export const runCorpusThread = thread<CorpusRequest, CorpusWorkerReport>();

/** Counts how the rows of a file use the concepts of its library. */
export const runConceptThread = thread<ConceptRequest, ConceptWorkerReport>();
/** Measures a file, and what changed between it and another. */
export const runMeasureThread = thread<MeasureRequest, MeasureWorkerReport>();

/** Infers a schema from the rows of a file. */
export const runSchemaThread = thread<SchemaRequest, SchemaReport>();

/** Computes how far the annotators of a file agree. */
export const runAgreementThread = thread<AgreementRequest, AgreementReport>();

/** Judges the answers of a file. */
export const runAnswerThread = thread<AnswerRequest, AnswerReport>();

function thread<Request, Report>(): Thread<Request, Report> {
  return async (script, request, signal, onReport) => {
    const worker = new Worker(script, { workerData: request });
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    worker.on('message', onReport);
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    }).finally(() => signal.removeEventListener('abort', stop));
  };
}
