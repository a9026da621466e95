import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Suggestion } from '../../src/protocol/table';
import type { ComboBox } from '../text-boxes';
import { useSuggestions } from './use-suggestions';

interface QueryTextOptions {
  box: RefObject<ComboBox | null>;
  /** The query that is in force. */
  applied: string;
  /** Its search was stopped: Enter begins it again. */
  stopped: boolean;
  suggest: (query: string, caret: number) => Promise<Suggestion[]>;
  apply: (query: string) => void;
  leave: () => void;
}

/**
 * The text of the query while it is typed. It is applied by Enter: a query may read gigabytes, so half a word is none.
 * Enter once more goes to the rows. Escape closes the suggestions, then gives the text in force back and leaves.
 */
export function useQueryText({ box, applied, stopped, suggest, apply, leave }: QueryTextOptions) {
  const [text, setText] = useState(applied);
  const suggestions = useSuggestions(suggest);
  const sent = useRef(applied);
  useEffect(() => {
    if (applied !== sent.current) setText(applied); // changed elsewhere: a facet, a kept queue, escape
    sent.current = applied;
  }, [applied]);

  const caret = useRef<number | null>(null);
  useEffect(() => {
    if (caret.current !== null) box.current?.setCaret(caret.current);
    caret.current = null;
  }, [text]);

  const onInput = (typed: string) => {
    setText(typed);
    suggestions.ask(typed, box.current?.caret ?? typed.length);
  };
  const accept = (at: number) => {
    const chosen = suggestions.list[at];
    if (!chosen) return;
    const typed = text.slice(0, chosen.start) + chosen.insert + text.slice(chosen.end);
    caret.current = chosen.start + chosen.insert.length;
    setText(typed);
    suggestions.ask(typed, caret.current);
  };
  const submit = () => {
    suggestions.close();
    if (text.trim() === applied.trim() && !stopped) return leave(); // it is in force: on to its rows
    sent.current = text;
    apply(text.trim());
  };
  const escape = () => {
    if (suggestions.list.length > 0) return suggestions.close();
    setText(applied);
    leave();
  };
  const open = suggestions.list.length > 0;
  const keys: Record<string, (() => void) | undefined> = {
    Enter: suggestions.active >= 0 ? () => accept(suggestions.active) : submit,
    Tab: open ? () => accept(Math.max(0, suggestions.active)) : undefined,
    Escape: escape,
    ArrowDown: open ? () => suggestions.move(1) : () => onInput(text),
    ArrowUp: open ? () => suggestions.move(-1) : undefined,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act =
      event.shiftKey || event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onFocus = () => {
    if (text === '') suggestions.ask('', 0);
  };
  return { text, suggestions, onInput, onKeyDown, onFocus, accept };
}
