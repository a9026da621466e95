import type { Trace } from '../profile/reading';
import { alignSimilar } from './align-similar';
import { partingStep } from './parting-step';

/** A step of each of two versions of a trace (0-based); null where a version has none that became, or came of, the other's. */
export interface StepPair {
  older: number | null;
  newer: number | null;
}

/** All steps of two versions of a trace, in order, each beside what it became: those before they part, then by the words in common. */
export function alignedSteps(older: Pick<Trace, 'steps'>, newer: Pick<Trace, 'steps'>): StepPair[] {
  const same = partingStep(older, newer) ?? older.steps.length;
  const textsOf = ({ steps }: Pick<Trace, 'steps'>) => steps.slice(same).map(({ source }) => source.text);
  const pairs: StepPair[] = Array.from({ length: same }, (_, at) => ({ older: at, newer: at }));
  let [old, now] = [same, same];
  const alone = (toOld: number, toNow: number) => {
    for (; old < toOld; old++) pairs.push({ older: old, newer: null });
    for (; now < toNow; now++) pairs.push({ older: null, newer: now });
  };
  for (const partner of alignSimilar(textsOf(older), textsOf(newer))) {
    alone(same + partner.old, same + partner.now);
    pairs.push({ older: old++, newer: now++ });
  }
  alone(older.steps.length, newer.steps.length);
  return pairs;
}
