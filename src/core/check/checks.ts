import { answerCheck } from './answer-check';
import { arithmeticCheck } from './arithmetic-check';
import type { Check, FileCheck } from './check';
import type { DatasetCheck } from './dataset-check';
import { idCheck } from './id-check';
import { imageCheck } from './image-check';
import { boxCheck } from './box-check';
import { declaredCheck } from './declared-check';
import { languageCheck } from './language-check';
import { symbolCheck } from './symbol-check';
import { unitCheck } from './unit-check';
import { calculatorCheck } from './calculator-check';
import { choiceCheck } from './choice-check';
import { driftCheck } from './drift-check';
import { formulaCheck } from './formula-check';
import { hygieneCheck } from './hygiene-check';
import { equalityCheck } from './equality-check';
import { equationCheck } from './equation-check';
import { jsonCheck } from './json-check';
import { labelsCheck } from './labels-check';
import { poisonCheck } from './poison-check';
import { programCheck } from './program-check';
import { resultCheck } from './result-check';
import { schemaCheck } from './schema-check';
import { stepLabelsCheck } from './step-labels-check';
import { traceCheck } from './trace-check';
import { translationCheck } from './translation-check';

/** The checks that read row by row, in the order in which findings of one row are shown. */
export const checks: Check[] = [
  jsonCheck,
  schemaCheck,
  calculatorCheck,
  equationCheck,
  programCheck,
  resultCheck,
  answerCheck,
  boxCheck,
  unitCheck,
  symbolCheck,
  choiceCheck,
  labelsCheck,
  stepLabelsCheck,
  arithmeticCheck,
  equalityCheck,
  formulaCheck,
  traceCheck,
  poisonCheck,
  translationCheck,
  languageCheck,
  hygieneCheck,
];

/** The checks that compare each row with all others of its file. */
export const datasetChecks: DatasetCheck<unknown>[] = [driftCheck, declaredCheck, idCheck];

/** The checks that read files beside the dataset; their findings come last. */
export const fileChecks: FileCheck[] = [imageCheck];
