import type { WrittenRule } from '../profile';
import type { SurveyedField } from './field-survey';

/** A rule that was made for a sample, and how many of its rows have the field. */
export type InferredRule = WrittenRule & { present: number };

/** A rule for one field. */
export function ruleFor({ path, values }: SurveyedField, rule: Omit<WrittenRule, 'paths'>): InferredRule {
  return { ...rule, paths: [path], present: values.length };
}
