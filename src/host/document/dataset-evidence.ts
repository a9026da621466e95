import type * as vscode from 'vscode';
import type { DecidedFact } from '../../core/query/state-facts';
import { DatasetContamination } from './dataset-contamination';
import type { ContaminationWorkers } from './dataset-contamination';
import type { DatasetDocument } from './dataset-document';
import { DatasetDuplicates } from './dataset-duplicates';

/** Where the threads are that look for problems which stand elsewhere too. */
interface EvidenceWorkers extends ContaminationWorkers {
  duplicateWorker: string;
}

/** Problems of a document that stand elsewhere too: in benchmarks, and in other rows. */
export class DatasetEvidence implements vscode.Disposable {
  readonly contamination: DatasetContamination;
  readonly duplicates: DatasetDuplicates;

  constructor(document: DatasetDocument, workers: EvidenceWorkers) {
    this.contamination = new DatasetContamination(document, workers);
    this.duplicates = new DatasetDuplicates(document, workers.duplicateWorker);
  }

  /** Adds what a query can ask of the last checks, and no log says, to the facts of rows by their keys. */
  addFacts(facts: Map<string, DecidedFact[]>): void {
    for (const { key, fact } of [...this.contamination.facts, ...this.duplicates.facts])
      facts.set(key, [...(facts.get(key) ?? []), fact]);
  }

  dispose(): void {
    this.contamination.dispose();
    this.duplicates.dispose();
  }
}
