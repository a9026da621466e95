import type { Check, FileCheck } from './check';
import { imageCheck } from './image-check';
import { calculatorCheck } from './calculator-check';
import { jsonCheck } from './json-check';
import { schemaCheck } from './schema-check';

/** Every check there is, in the order in which findings of one row are shown. */
export const checks: Check[] = [jsonCheck, schemaCheck, calculatorCheck];

/** The checks that read files beside the dataset; their findings come last. */
export const fileChecks: FileCheck[] = [imageCheck];
