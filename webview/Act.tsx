import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action } from '../src/protocol/actions';
import { actions } from '../src/protocol/actions';
import { Acting } from './acting';
import { Button } from './controls';

/** A key cap: always to the right of what the key does. */
export function KeyCap({ of }: { of: Action }) {
  return <kbd>{actions[of].cap}</kbd>;
}

interface ActProps {
  of: Action;
  class?: string;
  pressed?: boolean;
  expanded?: boolean;
  children: ComponentChildren;
}

/** What a key does, in words, with its key; pressing it does the same. Not shown where the page is only looked at. */
export function Act({ of, children, ...rest }: ActProps) {
  const act = useContext(Acting);
  if (!act) return null;
  return (
    <Button look="quiet" leavesFocus title={actions[of].title} onPress={() => act(of)} {...rest}>
      {children} <KeyCap of={of} />
    </Button>
  );
}
