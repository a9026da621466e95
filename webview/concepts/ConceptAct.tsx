import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { conceptActions } from '../../src/protocol/concept-page';
import type { ConceptAction } from '../../src/protocol/concept-page';
import { Button } from '../controls';

/** Runs an action as its key would. */
export const ConceptActing = createContext<(action: ConceptAction) => void>(() => undefined);

interface ConceptActProps {
  of: ConceptAction;
  class?: string;
  pressed?: boolean;
  children: ComponentChildren;
}

/** What a key does, in words, with its key to the right; pressing it does the same. */
export function ConceptAct({ of, children, ...rest }: ConceptActProps) {
  const act = useContext(ConceptActing);
  const { title, cap } = conceptActions[of];
  return (
    <Button look="quiet" title={title} onPress={() => act(of)} {...rest}>
      {children} <kbd>{cap}</kbd>
    </Button>
  );
}
