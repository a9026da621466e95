import type { ComponentChildren } from 'preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { evidenceActions } from '../../src/protocol/evidence-page';
import type { EvidenceAction } from '../../src/protocol/evidence-page';
import { Button } from '../controls';

/** Runs an action as its key would. */
export const EvidenceActing = createContext<(action: EvidenceAction) => void>(() => undefined);

interface EvidenceActProps {
  of: EvidenceAction;
  look?: 'quiet' | 'secondary';
  class?: string;
  pressed?: boolean;
  expanded?: boolean;
  children: ComponentChildren;
}

/** What a key does, in words, with its key to the right; pressing it does the same. */
export function EvidenceAct({ of, look = 'quiet', children, ...rest }: EvidenceActProps) {
  const act = useContext(EvidenceActing);
  const { title, cap } = evidenceActions[of];
  return (
    <Button look={look} title={title} onPress={() => act(of)} {...rest}>
      {children} <kbd>{cap}</kbd>
    </Button>
  );
}
