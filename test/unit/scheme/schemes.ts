import { schemeSchema } from '../../../src/core/scheme/scheme';
import type { NamedScheme } from '../../../src/core/scheme/scheme';

/** A scheme as scholium.json would have it, read. */
export function named(scheme: unknown, name = 'own'): NamedScheme {
  return { name, scheme: schemeSchema.parse(scheme) };
}

/** A kind of error is asked of a bad step only; a remark is not required. */
export const STEPS = {
  target: 'step',
  questions: [
    {
      ...{ id: 'step', title: 'This step is', kind: 'choice' },
      values: [
        { value: 'good', key: 'g' },
        { value: 'bad', key: 'b', error: true },
        { value: 'odd', guideline: 'neither' },
      ],
    },
    {
      ...{ id: 'kind', title: 'Kind', kind: 'several', when: { question: 'step', is: 'bad' } },
      values: [{ value: 'sign' }, { value: 'unit' }],
    },
    { id: 'sure', title: 'Sure?', kind: 'yes-no' },
    { id: 'remark', title: 'Remark', kind: 'text' },
  ],
};

export const FIRST_ERROR = { ...STEPS, mode: 'first error', before: 'good', questions: [STEPS.questions[0]] };
