import { useMemo } from 'preact/hooks';
import { programVerdicts } from '../../src/core/answer/judge-programs';
import type { ProgramVerdict } from '../../src/core/answer/judge-programs';
import { numberWords } from '../../src/core/check/number-words';
import type { Reading } from '../../src/core/profile/reading';
import { Icon } from '../Icon';

/** What the dataset's equations and programs make, beside its answer. */
export function ProgramVerdicts({ reading }: { reading: Reading }) {
  const verdicts = useMemo(() => programVerdicts(reading), [reading]);
  if (verdicts.length === 0) return null;
  return (
    <ul class="computed" aria-label="Computed from the dataset">
      {verdicts.map((verdict) => (
        <li class={verdict.agrees ? 'agrees' : 'differs'}>
          <Icon name={verdict.agrees ? 'check' : 'warning'} /> {verdictWords(verdict)}
        </li>
      ))}
    </ul>
  );
}

function verdictWords({ kind, value, told, agrees }: ProgramVerdict): string {
  if (value) return `${kind} gives ${numberWords(value, told)}, the answer says ${told}`;
  return `the answer, ${told}, ${agrees ? 'solves' : 'does not solve'} the ${kind}`;
}
