import type { View } from '../src/protocol/page';
import type { Host } from './host';
import type { PageState } from './page-state';
import type { Store } from './store';

let turning: Promise<void> | null = null;

/** Resolves when the view that is being put in front is there; null when none is. */
export function viewTurning(): Promise<void> | null {
  return turning;
}

/** Puts a view in front once its keys are bound: the next key means what it means in the view that is seen. */
export async function turnToView(
  { host, store }: { host: Host; store: Store },
  view: View,
  change: Partial<PageState> = {},
): Promise<void> {
  const bound = host.setView(view);
  const turned = bound.then(() => store.update({ view, ...change }));
  const settled = turned.catch(() => undefined);
  turning = settled;
  await turned.finally(() => {
    if (turning === settled) turning = null;
  });
}
