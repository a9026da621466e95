import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { measureActions } from '../../src/protocol/measure-page';
import type { MeasureAction } from '../../src/protocol/measure-page';
import { Button } from '../controls';

/** Runs an action as its key would. */
export const MeasureActing = createContext<(action: MeasureAction) => void>(() => undefined);

interface MeasureActProps {
  of: MeasureAction;
  class?: string;
  pressed?: boolean;
  children: ComponentChildren;
}

/** What a key does, in words, with its key to the right; pressing it does the same. */
export function MeasureAct({ of, children, ...rest }: MeasureActProps) {
  const act = useContext(MeasureActing);
  const { title, cap } = measureActions[of];
  return (
    <Button look="quiet" title={title} onPress={() => act(of)} {...rest}>
      {children} <kbd>{cap}</kbd>
    </Button>
  );
}
