import type { WrittenRule } from '../profile';
import { isListOfNumbers, isStepIndex, isText, isVerdict, isVerdictByKey } from './field-likeness';
import { fieldNames, measureName } from './field-names';
import { CONTENTS } from './field-pool';
import type { FieldPool } from './field-pool';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

/** What a rule for a trace says besides its field. */
export type Traced = Omit<WrittenRule, 'paths' | 'role'>;

export function traceRule(field: SurveyedField, rule: Traced): InferredRule {
  return ruleFor(field, { role: 'trace', ...rule });
}

/** Fields that say where the first error is; a `label` may be much else. */
export const ERROR_PLACES = fieldNames.firstError.filter((name) => name !== 'label');

export const REMARKS = [
  'feedback',
  'teacher feedback',
  'misconception',
  'teacher comment',
  'teacher described confusion',
  'error explanation',
  'error description',
  'error category',
  'error type',
  'error reason',
  'first error reason',
  'model solution error reason',
  'critique',
];

/** `generated_solution` as the words for who wrote it, where no field tells. */
export function caption({ path, name }: SurveyedField): string {
  return String((path.length > 1 && CONTENTS.has(name) ? path.at(-2) : undefined) ?? path.at(-1));
}

/** Who wrote it, whether it is right, and the numbers about it. */
export function told(pool: FieldPool, field: SurveyedField, isMany: boolean): Traced {
  const author = pool.find(fieldNames.author, (each) => isText(each));
  const right = pool.take(fieldNames.verdict, (each) =>
    field.kind === 'object' ? isVerdictByKey(each) : isVerdict(each) && (each.kind === 'list') === isMany,
  );
  const numbers = isMany ? pool.like((each) => measureName.test(each.name) && isListOfNumbers(each)) : [];
  for (const each of numbers) pool.remove(each);
  const place = isMany || !isText(field) ? null : pool.take(ERROR_PLACES, isStepIndex);
  const remarks = place ? pool.takeAll(REMARKS, isText).map(({ path }) => path) : [];
  return {
    author: author ? author.path : caption(field),
    traceKind: kindOf(field),
    ...(right ? { answerRightField: right.path } : rightByName(field)),
    ...(numbers.length ? { measureFields: numbers.map(({ path }) => path) } : {}),
    ...(place ? { firstErrorField: place.path } : {}),
    ...(remarks.length > 0 ? { factFields: remarks } : remarksOn(pool, field)),
  };
}

/** `wrong_solution`, `negatives`: a name may say whether it is right. */
export function rightByName({ name }: SurveyedField): Pick<Traced, 'answerRight'> {
  if (/\b(?:incorrect|wrong|negatives?|flawed|erroneous|faulty|sneaky)\b/.test(name))
    return { answerRight: false };
  return /^(?:correct|right|positives?|helpful)\b/.test(name) ? { answerRight: true } : {};
}

/** What is said of a student's work stands with it. */
function remarksOn(pool: FieldPool, field: SurveyedField): Traced {
  if (kindOf(field) !== 'student') return {};
  const remarks = pool.takeAll(REMARKS, isText);
  return remarks.length > 0 ? { factFields: remarks.map(({ path }) => path) } : {};
}

export function kindOf({ name }: SurveyedField): 'student' | 'model' {
  return /\b(?:student|learner|pupil)\b/.test(name) ? 'student' : 'model';
}
