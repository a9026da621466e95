import { createHash } from 'node:crypto';
import type { NamedQueue, TeamQueue } from './team-queue';

const BITS = 52;

/**
 * A number from 0 to below 1: the first 52 bits of the SHA-256 of the words, a line feed between each two. The same on every
 * machine and in every program.
 */
export function chance(...words: string[]): number {
  const hex = createHash('sha256')
    .update(words.join('\n'))
    .digest('hex')
    .slice(0, BITS / 4);
  return parseInt(hex, 16) / 2 ** BITS;
}

/** Whether the row with a key is in the sample of a queue: chance(queue, key) lies below its share. */
export function isSampled({ name, sample }: Pick<NamedQueue, 'name' | 'sample'>, key: string): boolean {
  return sample === 1 || chance(name, key) < sample;
}

/**
 * Who gets the row with a key: the annotators for whom chance(queue, key, annotator) is least. When somebody joins or leaves, only
 * rows that come to or from them change hands (rendezvous hashing: Thaler and Ravishankar 1998).
 */
export function assignedTo(
  { name, annotators, overlap }: Pick<NamedQueue, 'name' | 'annotators' | 'overlap'>,
  key: string,
): string[] {
  const drawn = annotators.map((annotator) => ({ annotator, drawn: chance(name, key, annotator) }));
  drawn.sort((a, b) => a.drawn - b.drawn || (a.annotator < b.annotator ? -1 : 1));
  return drawn.slice(0, overlap).map(({ annotator }) => annotator);
}

/** Whether an annotator (null: anybody) has the row with a key in a queue. */
export function isInQueue(queue: NamedQueue, key: string, annotator: string | null): boolean {
  const takesPart = annotator === null || queue.annotators.includes(annotator);
  if (queue.goldKeys.has(key)) return takesPart;
  if (!takesPart || !isSampled(queue, key)) return false;
  return annotator === null || assignedTo(queue, key).includes(annotator);
}

/** Whether the row with a key comes a second time to an annotator who has it in a queue: chance(queue, key, annotator, "again") lies below `repeats`. */
export function isRepeated(
  { name, repeats }: Pick<NamedQueue, 'name' | 'repeats'>,
  key: string,
  annotator: string,
): boolean {
  return repeats > 0 && chance(name, key, annotator, 'again') < repeats;
}

/** The queues of a file with the rows that are their measure, as a query asks for them. */
export function queueFacts(
  queues: Readonly<Record<string, TeamQueue>>,
  rowsDecidedBy: (annotator: string) => ReadonlySet<string>,
): Map<string, NamedQueue> {
  return new Map(
    Object.entries(queues).map(([name, queue]) => {
      const goldKeys = queue.gold === undefined ? new Set<string>() : rowsDecidedBy(queue.gold);
      return [name, { ...queue, name, goldKeys }];
    }),
  );
}
