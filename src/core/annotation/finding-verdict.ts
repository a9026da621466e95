import type { FindingValue, SignedDecision } from './event';

/** What reviewers come to about a finding. */
export interface FindingVerdict {
  verdict: Exclude<FindingValue['verdict'], 'open'>;
  comment: string;
  by: string;
}

/** The verdicts among the decisions that stand for a row, by the findings' digests: who spoke last decides. */
export function findingVerdicts(standing: readonly SignedDecision[]): Map<string, FindingVerdict> {
  const verdicts = new Map<string, FindingVerdict>();
  const said = standing.flatMap((decision) => (decision.what === 'finding' ? [decision] : []));
  for (const { annotator, value } of said.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { finding, verdict, comment } = value;
    if (verdict === 'open') verdicts.delete(finding);
    else verdicts.set(finding, { verdict, comment, by: annotator });
  }
  return verdicts;
}

/** A finding that was judged so needs nobody's attention any more. */
export function isSettled(verdict: FindingVerdict | null | undefined): boolean {
  return verdict?.verdict === 'false-alarm' || verdict?.verdict === 'accepted';
}
