import type { AnswerDecision, AnswerRuling, Decision, StepDecision } from './event';

/** Whether a decision answers a question of a scheme. */
export function isAnswer<Any extends Decision>(decision: Any): decision is Any & AnswerDecision {
  return decision.what === 'label' && 'scheme' in decision;
}

/** Whether a decision labels a step as good, neutral, bad or unsure, without a scheme. */
export function isStepLabel<Any extends Decision>(decision: Any): decision is Any & StepDecision {
  return decision.what === 'label' && !('scheme' in decision);
}

/** Whether a decision settles what annotators answered to a question of a scheme. */
export function isAnswerRuling<Any extends Decision>(decision: Any): decision is Any & AnswerRuling {
  return decision.what === 'adjudication' && 'scheme' in decision;
}
