import { programVerdicts } from '../answer/judge-programs';
import type { Check } from './check';
import { numberWords } from './number-words';
import { findingAt } from './place-finding';

/** A program of operations, `multiply(n0,n1)|divide(#0,const_100)`, or of assignments is held against the answer, exactly. It is never run. */
export const programCheck: Check = {
  id: 'program',
  title: 'Programs',
  reads: 'programs of operations or assignments, and the answer',
  severity: 'warning',
  cost: 'thorough',
  rules: ['program/answer'],
  start: (profile) => {
    const mayHaveOne = profile.roles.some(({ decoder }) => decoder === 'program');
    return {
      row: (row) => {
        const reading = mayHaveOne && row.parsed.kind === 'value' ? row.reading() : null;
        if (!reading) return [];
        return programVerdicts(reading)
          .filter(({ kind, agrees }) => kind === 'program' && !agrees)
          .map(({ source, told, value }) =>
            findingAt(row, source, {
              rule: 'program/answer',
              severity: 'warning',
              message: `The program makes ${value ? numberWords(value, told) : 'something else'}, the answer says ${told}.`,
              evidence: source.text,
            }),
          );
      },
    };
  },
};
