import { stepName } from '../../src/core/cut/step-target';
import type { Trace } from '../../src/core/profile/reading';
import { Button } from '../controls';
import type { CutSession, Dividing } from '../cut-session';
import { Icon } from '../Icon';
import { OwnKeys } from './OwnKeys';

interface DivideActsProps {
  cuts: CutSession;
  dividing: Dividing;
  trace: Trace;
  step: number;
}

/** Where the step in hand is to be divided, and the keys that move the place. */
export function DivideActs({ cuts, dividing, trace, step }: DivideActsProps) {
  const place = dividing.places[dividing.at];
  const parts = [trace.steps[step], ...(trace.steps[step]?.joined ?? [])];
  const words = wordsFrom(parts[place?.part ?? 0]?.source.text.slice(place?.at ?? 0) ?? '');
  const name = stepName(trace, step);
  const onKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (key === 'ArrowRight' || key === 'ArrowDown') cuts.walk(1, shiftKey);
    else if (key === 'ArrowLeft' || key === 'ArrowUp') cuts.walk(-1, shiftKey);
    else if (key === 'Enter') void cuts.confirm();
    else if (key === 'Escape') cuts.leave();
    else return false;
    return true;
  };
  return (
    <OwnKeys label={`Divide step ${name}`} onKey={onKey} onLeave={() => cuts.leave()}>
      <span class="need">
        <Icon name="split-vertical" /> Divide step {name} at the mark
      </span>
      <span class="spoken" role="status">
        before {words}
      </span>
      <Button look="quiet" onPress={() => cuts.walk(-1, false)}>
        Back <kbd>←</kbd>
      </Button>
      <Button look="quiet" onPress={() => cuts.walk(1, false)}>
        On <kbd>→</kbd>
      </Button>
      <Button look="quiet" onPress={() => cuts.walk(1, true)}>
        A word <kbd>⇧→</kbd>
      </Button>
      <Button look="quiet" onPress={() => void cuts.confirm()}>
        Divide <kbd>↵</kbd>
      </Button>
      <Button look="quiet" onPress={() => cuts.leave()}>
        Leave <kbd>Esc</kbd>
      </Button>
    </OwnKeys>
  );
}

/** In characters. */
const LONGEST = 28;

function wordsFrom(text: string): string {
  const line = text.trimStart().split('\n')[0] ?? '';
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).trimEnd()}…`;
}
