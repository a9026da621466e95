import type { View } from '../src/protocol/page';
import type { Host } from './host';
import type { PageState } from './page-state';
import type { Store } from './store';

/** Puts a view in front once its keys are bound: the next key means what it means in the view that is seen. */
export async function turnToView(
  { host, store }: { host: Host; store: Store },
  view: View,
  change: Partial<PageState> = {},
): Promise<void> {
  await host.setView(view);
  store.update({ view, ...change });
}
