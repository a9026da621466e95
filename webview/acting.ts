import { createContext } from 'preact';
import type { Action } from '../src/protocol/actions';

/** Runs an action as its key would; null where the page is only looked at. */
export const Acting = createContext<((action: Action) => void) | null>(null);
