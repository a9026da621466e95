import { useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../../src/protocol/table';

/** What can be typed at the caret, and which of it is in hand (-1: none). */
export interface Suggestions {
  list: Suggestion[];
  active: number;
  ask(query: string, caret: number): void;
  move(by: 1 | -1): void;
  close(): void;
}

const NONE = { list: [], active: -1 };

/** Asks for suggestions; an answer that came too late is dropped. */
export function useSuggestions(
  suggest: (query: string, caret: number) => Promise<Suggestion[]>,
): Suggestions {
  const [{ list, active }, set] = useState<{ list: Suggestion[]; active: number }>(NONE);
  const asked = useRef(0);
  return {
    list,
    active,
    ask: (query, caret) => {
      const turn = ++asked.current;
      suggest(query, caret).then(
        (found) => turn === asked.current && set({ list: found, active: -1 }),
        () => turn === asked.current && set(NONE),
      );
    },
    move: (by) => {
      const turns = list.length + 1; // one place is the text as it is typed
      set({ list, active: ((active + 1 + by + turns) % turns) - 1 });
    },
    close: () => {
      asked.current++;
      set(NONE);
    },
  };
}
