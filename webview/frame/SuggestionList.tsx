import { useEffect, useRef } from 'preact/hooks';
import type { Suggestions } from './use-suggestions';

export const SUGGESTIONS_ID = 'query-suggestions';

export function suggestionId(at: number): string {
  return `query-suggestion-${at}`;
}

/** What can be typed next, under the box that keeps the focus. */
export function SuggestionList({
  suggestions: { list, active },
  onAccept,
}: {
  suggestions: Suggestions;
  onAccept: (at: number) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const inHand = list[active];
  return (
    <div class="menu suggestions" onMouseDown={(event) => event.preventDefault()}>
      <div
        class="options"
        role="listbox"
        tabIndex={0} // it scrolls; Tab itself takes a suggestion
        id={SUGGESTIONS_ID}
        aria-label="What can be typed"
        ref={box}
      >
        {list.map(({ label, detail }, at) => (
          <div
            id={suggestionId(at)}
            class={`option ${at === active ? 'active' : ''}`}
            role="option"
            aria-selected={at === active}
            onClick={() => onAccept(at)}
          >
            <span class="text">{label}</span>
            <span class="detail mut">{detail}</span>
          </div>
        ))}
      </div>
      <p class="how mut">
        Take <kbd>Tab</kbd> <span>Choose</span> <kbd>↑</kbd> <kbd>↓</kbd> <span>Close</span> <kbd>Esc</kbd>
      </p>
      <span class="spoken" role="status">
        {inHand ? `${inHand.label}, ${inHand.detail}` : `${list.length} suggestions`}
      </span>
    </div>
  );
}
