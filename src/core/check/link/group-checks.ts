import { answerCheck } from './answer-check';
import { chainCheck } from './chain-check';
import type { GroupCheck } from './group-check';
import { missingCheck } from './missing-check';
import { numbersCheck } from './numbers-check';
import { oneAnswerCheck } from './one-answer-check';
import { splitCheck } from './split-check';
import { translationChoiceCheck } from './translation-choice-check';
import { translationFormulasCheck } from './translation-formulas-check';
import { translationMissingCheck } from './translation-missing-check';

/** Every check of linked rows there is. */
export const groupChecks: GroupCheck[] = [
  splitCheck,
  missingCheck,
  answerCheck,
  numbersCheck,
  oneAnswerCheck,
  chainCheck,
  translationFormulasCheck,
  translationChoiceCheck,
  translationMissingCheck,
];
