/** Whether the one-step sub-problems of a problem, and the problem as a whole, were answered right. */
export interface SubProblemResults {
  steps: boolean[];
  whole: boolean;
}

/**
 * What We-Math makes of such results: insufficient knowledge (a step and the whole wrong), inadequate generalisation (only the
 * whole wrong), complete mastery, rote memorisation (the whole right for all that). By the loose rule one right step is
 * enough for mastery.
 */
export type Outcome = 'IK' | 'IG' | 'CM' | 'RM';

export function outcomeOf({ steps, whole }: SubProblemResults, rule: 'strict' | 'loose'): Outcome {
  const all = steps.every(Boolean);
  if (!whole) return all ? 'IG' : 'IK';
  return all || (rule === 'loose' && steps.some(Boolean)) ? 'CM' : 'RM';
}

/** Shares of the outcomes; of rote memorisation among the problems solved, as the paper has it; and the score (CM + IG / 2). */
export function fourMetrics(counts: Record<Outcome, number>) {
  const total = counts.IK + counts.IG + counts.CM + counts.RM;
  const solved = counts.CM + counts.RM;
  return {
    IK: { part: counts.IK, of: total },
    IG: { part: counts.IG, of: total },
    CM: { part: counts.CM, of: total },
    RM: { part: counts.RM, of: solved },
    score: { part: counts.CM + counts.IG / 2, of: total },
  };
}
