import type { InferredRule } from './inferred-rule';
import { isShortFact, isText, isVerdict } from './field-likeness';
import type { FieldPool } from './field-pool';
import { REMARKS, traceRule } from './told-beside';

const STUDENT = [
  'student answer',
  'student response',
  'student process',
  'student work',
  'learner answer',
  'wrong answer',
  'incorrect answer',
];

/** A student's short answer, with what is said of it. */
export function studentWork(pool: FieldPool): InferredRule[] {
  const work = pool.take(STUDENT, isShortFact);
  if (!work) return [];
  const right = pool.take(
    ['student correct', 'process correct', 'is correct', 'correct', 'student is correct'],
    isVerdict,
  );
  const remarks = pool.takeAll(REMARKS, isText);
  const isWrong = [work, ...remarks].some(({ name }) => /wrong|incorrect|error|misconception/.test(name));
  const said = remarks.map(({ path }) => path);
  return [
    traceRule(work, {
      author: 'Student',
      traceKind: 'student',
      ...(right ? { answerRightField: right.path } : {}),
      ...(right || isWrong
        ? { decoder: 'student-work', remarkFields: said }
        : { decoder: 'solution', factFields: said }),
    }),
  ];
}
