import type { QueueState } from '../../protocol/table';

/** Whether all rows that a query finds are known: it is still the one that is asked, and nobody stopped its search. */
export function isAnswered({ query, underWay, stoppedAt, failure }: QueueState, line: string): boolean {
  return query === line && underWay === null && stoppedAt === null && failure === null;
}
