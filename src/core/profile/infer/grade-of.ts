import { isText, isVerdict } from './field-likeness';
import type { FieldPool } from './field-pool';
import type { SurveyedField } from './field-survey';
import { rightByName } from './told-beside';
import type { Traced } from './told-beside';

/** `gemini_grade` says whether `gemini_attempt` is right. */
export function gradeOf(pool: FieldPool, field: SurveyedField): Traced {
  const { name } = field;
  const whose = name.replace(/ (?:thinking trajectory|\S+)$/, '');
  if (name.endsWith(' thinking trajectory')) return {};
  const byName = rightByName(field);
  if (byName.answerRight !== undefined) return byName;
  const words = ['grade', 'correct', 'is correct', 'correctness', 'verdict', 'passed', 'label', 'labels'];
  const right = pool.take(
    [name, whose].flatMap((each) => words.map((word) => `${each} ${word}`)),
    (grade) => isVerdict(grade) && (grade.kind === 'list') === !isText(field),
  );
  return right ? { answerRightField: right.path } : {};
}
