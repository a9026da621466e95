import type { Check } from './check';
import { calculatorCheck } from './calculator-check';
import { equationCheck } from './equation-check';
import { jsonCheck } from './json-check';
import { schemaCheck } from './schema-check';

/** Every check there is, in the order in which findings of one row are shown. */
export const checks: Check[] = [jsonCheck, schemaCheck, calculatorCheck, equationCheck];
