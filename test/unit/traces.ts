import type { Trace } from '../../src/core/profile/reading';

/** A model's trace of so many steps, in the field named like it. */
export function traceOf(id: string, steps: number): Trace {
  return {
    id,
    author: 'model',
    setting: '',
    kind: 'model',
    finalAnswer: null,
    published: null,
    steps: Array.from({ length: steps }, (_, at) => ({
      source: { path: [id], start: at * 7, end: at * 7 + 6, text: `step ${at}`, dialect: 'markdown' },
      uses: [],
      wrong: [],
    })),
  };
}
