import type { WrittenRule } from '../profile';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';

/** Bytes of Python that were written as a text, as some copies of DeepMind's mathematics have them: `b'Solve x = 2.\\n'`. */
const BYTES = String.raw`^b(?<quote>['"])(?<text>[\s\S]*?)(?:\\n)?\k<quote>$`;

/** What takes the signs of bytes off a field's texts, where it has them. */
export function unwrapOfBytes(field: SurveyedField): Pick<WrittenRule, 'unwrap'> {
  const like = new RegExp(BYTES, 'u');
  return mostly(field, (value) => typeof value === 'string' && like.test(value)) ? { unwrap: BYTES } : {};
}
