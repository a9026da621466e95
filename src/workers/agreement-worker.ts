import { parentPort, workerData } from 'node:worker_threads';
import { agreementWork } from '../core/agreement/agreement-report';
import { collectRatings } from '../core/agreement/collect-ratings';
import { cutFigures } from '../core/agreement/cut-apart';
import { groupsByConcept } from '../core/agreement/row-groups';
import type { RowGroups } from '../core/agreement/row-groups';
import { selfFigures } from '../core/agreement/self-agreement';
import { AnnotationLog } from '../core/annotation/annotation-log';
import type { SignedDecision } from '../core/annotation/event';
import { nodeFileStore } from '../core/dataset/node-file-store';
import type { AgreementReport, AgreementRequest } from '../protocol/agreement-worker';
import { failureOf, nowAndThen } from './worker-reports';

function tell(report: AgreementReport): void {
  parentPort?.postMessage(report);
}

async function run({ dataset, file, profile, errors, words }: AgreementRequest): Promise<void> {
  const log = new AnnotationLog(nodeFileStore, dataset);
  await log.load();
  const { fold } = log;
  const standing = [...fold.rowKeys].map((key) => fold.standing(key));
  const all = collectRatings(standing, errors, words);
  const answered = all.filter(({ items }) => items.length > 0);
  const questions = answered.length > 0 ? answered : all; // why nothing is defined
  const concepts = await conceptsIn(file, profile, standing);
  const works = questions.map((question) => ({
    about: question.about,
    work: agreementWork(question, (key) => concepts.get(key) ?? [], 'concept'),
  }));
  const pieces = works.reduce((sum, { work }) => sum + work.length, 0);
  let done = 0;
  const tellProgress = nowAndThen((about: string) => tell({ kind: 'progress', share: done / pieces, about }));
  const figures = works.map(({ about, work }) =>
    work.flatMap((piece) => {
      tellProgress(about);
      const found = piece();
      done++;
      return found;
    }),
  );
  const apart = cutFigures(standing);
  const self = selfFigures(fold, words);
  tell({ kind: 'done', questions: [apart, ...figures, self].filter((some) => some.length > 0) });
}

async function conceptsIn(
  file: string,
  profile: AgreementRequest['profile'],
  standing: SignedDecision[][],
): Promise<RowGroups> {
  const open = await nodeFileStore.open(file);
  try {
    return await groupsByConcept(open, profile, standing);
  } finally {
    await open.close();
  }
}

run(workerData as AgreementRequest).catch((error: unknown) => tell(failureOf(error)));
