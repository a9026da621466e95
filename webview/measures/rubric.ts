import type { MeasureReport } from '../../src/core/measure/measure-report';

/** Scores that belong together: the dimensions of one rubric. */
export interface Rubric {
  name: string;
  dimensions: { name: string; mean: number }[];
  /** The scale's end. */
  most: number;
}

const SCALES = [1, 3, 5, 10, 100];

/** Scores of one object, three at least, are a rubric: `scores Clarity`, `scores Depth`. */
export function rubricsIn(scores: MeasureReport['scores']): Rubric[] {
  const groups = new Map<string, MeasureReport['scores']>();
  for (const score of scores) {
    const [, head] = /^(\S+) \S/.exec(score.name) ?? [];
    if (head !== undefined) groups.set(head, [...(groups.get(head) ?? []), score]);
  }
  return [...groups].flatMap(([name, members]) => {
    const greatest = Math.max(...members.map(({ spread }) => spread.max));
    const least = Math.min(...members.map(({ spread }) => spread.min));
    if (members.length < 3 || least < 0) return [];
    const most = SCALES.find((scale) => greatest <= scale) ?? greatest;
    const dimensions = members.map((score) => ({
      name: score.name.slice(name.length + 1),
      mean: score.spread.mean,
    }));
    return [{ name, dimensions, most }];
  });
}
