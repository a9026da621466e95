import legibility from './shipped/legibility.json';
import lessonRubric from './shipped/lesson-rubric.json';
import logicalError from './shipped/logical-error.json';
import misconception from './shipped/misconception.json';
import pair from './shipped/pair.json';
import prm800k from './shipped/prm800k.json';
import problemQuality from './shipped/problem-quality.json';
import processbench from './shipped/processbench.json';
import studentError from './shipped/student-error.json';
import { schemeSchema } from './scheme';
import type { NamedScheme } from './scheme';

/** The schemes that ship with Scholium. To add one: a JSON file in shipped/ and a line here. */
export const shippedSchemes: readonly NamedScheme[] = Object.entries({
  prm800k,
  processbench,
  'logical-error': logicalError,
  'student-error': studentError,
  'lesson-rubric': lessonRubric,
  'problem-quality': problemQuality,
  legibility,
  pair,
  misconception,
}).map(([name, scheme]) => ({ name, scheme: schemeSchema.parse(scheme) }));
