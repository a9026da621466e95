/** What a model shows of a problem made of parts, by which of them it solved (We-Math, Qiao et al. 2024). */
export interface ComposedProblem {
  parts: boolean[];
  whole: boolean;
}

/** Problems of each kind. Strict and loose differ in what a part that was missed says of a whole that was solved. */
export interface Mastery {
  problems: number;
  /** The whole missed, and a part too. */
  insufficientKnowledge: number;
  /** The whole missed, though every part was solved. */
  inadequateGeneralization: number;
  strict: MasteredWholes;
  loose: MasteredWholes;
}

/** Strict: every part solved is mastery, any part missed is rote. Loose: any part solved is mastery, every part missed is rote. */
export interface MasteredWholes {
  completeMastery: number;
  roteMemorization: number;
  /** Of the wholes that were solved, the share that is rote; null where none was. */
  roteShare: number | null;
  /** (mastered + half of the inadequately generalized) / problems; null without problems. */
  score: number | null;
}

export function masteryOf(problems: readonly ComposedProblem[]): Mastery {
  const missed = problems.filter(({ whole }) => !whole);
  const solved = problems.filter(({ whole }) => whole);
  const inadequateGeneralization = missed.filter(({ parts }) => parts.every(Boolean)).length;
  const wholes = (completeMastery: number): MasteredWholes => ({
    completeMastery,
    roteMemorization: solved.length - completeMastery,
    roteShare: solved.length === 0 ? null : (solved.length - completeMastery) / solved.length,
    score: problems.length === 0 ? null : (completeMastery + inadequateGeneralization / 2) / problems.length,
  });
  return {
    problems: problems.length,
    insufficientKnowledge: missed.length - inadequateGeneralization,
    inadequateGeneralization,
    strict: wholes(solved.filter(({ parts }) => parts.every(Boolean)).length),
    loose: wholes(solved.filter(({ parts }) => parts.some(Boolean)).length),
  };
}
