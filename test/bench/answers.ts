import { judgeAnswer } from '../../src/core/answer/judge-answer';
import { isEqual } from '../../src/core/answer/comparison';
import { dataFolder, readRows } from '../unit/real-data';
import { measure } from './measure';
import type { Measure } from './measure';

interface Pair {
  gold: string;
  given: string;
  expected: boolean;
}

/** Answers judged as graders' own tests and published verdicts have it, and how fast. Nothing where the pairs are not at hand. */
export async function measureAnswers(): Promise<Measure[]> {
  const folder = dataFolder();
  if (folder === undefined) return [];
  const cases = pairsOf(folder, 'answers/cases.jsonl', 'pred');
  const traces = pairsOf(folder, 'answers/traces.jsonl', 'response');
  const all = [...cases, ...traces].filter(isSaidEqual);
  const trulyEqual = all.filter(({ expected }) => expected).length;
  return [
    share('answers, graders’ pairs right', 'all', right(cases) / cases.length, 0.97),
    share('answers, verdicts of traces', 'published', right(traces) / traces.length, 0.997),
    share('answers, precision of equal', 'all', trulyEqual / all.length, 0.995),
    measure({
      what: 'answers, pairs a CPU second',
      limitIs: 'goal',
      limit: 10_000,
      ours: speedOf([...cases, ...traces]),
      unit: 'pairs/s',
      goal: { atLeast: 1 },
    }),
  ];
}

function pairsOf(folder: string, name: string, field: string): Pair[] {
  return readRows(folder, name).map((row) => ({
    gold: String(row['gold']),
    given: String(row[field]),
    expected: row['expected'] === true,
  }));
}

function isSaidEqual({ gold, given }: Pair): boolean {
  return isEqual(judgeAnswer(gold, given));
}

function right(pairs: Pair[]): number {
  return pairs.filter((pair) => isSaidEqual(pair) === pair.expected).length;
}

/** Best of a few rounds. */
function speedOf(pairs: Pair[]): number {
  let best = 0;
  for (let round = 0; round < 4; round++) {
    const start = process.cpuUsage();
    for (const { gold, given } of pairs) judgeAnswer(gold, given);
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, pairs.length / ((user + system) / 1e6));
  }
  return best;
}

function share(what: string, limitIs: string, ours: number, atLeast: number): Measure {
  return measure({ what, limitIs, limit: 100, ours: 100 * ours, unit: '%', goal: { atLeast } });
}
