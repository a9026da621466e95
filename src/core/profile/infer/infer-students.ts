import type { InferredRule } from './inferred-rule';
import { isShortFact, isText, isVerdict } from './field-likeness';
import type { FieldPool } from './field-pool';
import { REMARKS, told, traceRule } from './told-beside';

const STUDENT = [
  'student answer',
  'student response',
  'student process',
  'student work',
  'learner answer',
  'wrong answer',
  'incorrect answer',
];

const ANSWERED = ['answer text', 'answer', 'response', 'submitted answer', 'submission', 'answer value'];

/** A log of who answered what, and whether that was right: its answers are those of students. */
function isLog(pool: FieldPool): boolean {
  const who = pool.find(['student id', 'student', 'learner id', 'anon student id', 'pupil id'], isShortFact);
  return who !== null && pool.find(['correct', 'is correct', 'correctness'], isVerdict) !== null;
}

/** A student's short answer, with what is said of it. */
export function studentWork(pool: FieldPool): InferredRule[] {
  const work = pool.take(STUDENT, isShortFact) ?? (isLog(pool) ? pool.take(ANSWERED, isShortFact) : null);
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

const PREDICTIONS = [
  'model answer',
  'model prediction',
  'model output',
  'predicted answer',
  'prediction',
  'predicted',
  'pred',
  'llm answer',
];

/** Names of an answer as well, where no other field has one. */
const OUTPUTS = ['output', 'response', 'completion', 'generation'];
const SURE_ANSWERS = [
  'expected',
  'expected output',
  'expected answer',
  'gold',
  'gold answer',
  'target',
  'answer',
];

/** What a model answered in a word, where nothing else of it is there: `"prediction": "31", "gold": "30"`. */
export function shortPredictions(pool: FieldPool): InferredRule[] {
  const isGiven = pool.find(SURE_ANSWERS, isShortFact) !== null;
  const names = isGiven ? [...PREDICTIONS, ...OUTPUTS] : PREDICTIONS;
  const answer = pool.take(names, (field) => isShortFact(field) && !isVerdict(field));
  return answer ? [traceRule(answer, { ...told(pool, answer, false), decoder: 'student-work' })] : [];
}
