import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { compareActions } from '../../src/protocol/compare-page';
import type { CompareAction } from '../../src/protocol/compare-page';
import { Button } from '../controls';

/** Runs an action as its key would. */
export const Comparing = createContext<(action: CompareAction) => void>(() => undefined);

interface CompareActProps {
  of: CompareAction;
  class?: string;
  pressed?: boolean;
  expanded?: boolean;
  children: ComponentChildren;
}

/** What a key does, in words, with its key to the right; pressing it does the same. */
export function CompareAct({ of, children, ...rest }: CompareActProps) {
  const act = useContext(Comparing);
  const { title, cap } = compareActions[of];
  return (
    <Button look="quiet" title={title} onPress={() => act(of)} {...rest}>
      {children} <kbd>{cap}</kbd>
    </Button>
  );
}
