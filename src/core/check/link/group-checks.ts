import { answerCheck } from './answer-check';
import { chainCheck } from './chain-check';
import type { GroupCheck } from './group-check';
import { missingCheck } from './missing-check';
import { numbersCheck } from './numbers-check';
import { oneAnswerCheck } from './one-answer-check';
import { splitCheck } from './split-check';

/** Every check of linked rows there is. */
export const groupChecks: GroupCheck[] = [
  splitCheck,
  missingCheck,
  answerCheck,
  numbersCheck,
  oneAnswerCheck,
  chainCheck,
];
