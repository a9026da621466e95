import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface OwnKeysProps {
  /** What the keys do now, for a screen reader. */
  label: string;
  /** Does what a key does; returns whether there is such a key. */
  onKey: (event: KeyboardEvent) => boolean;
  /** Something else has the focus now. */
  onLeave: () => void;
  children: ComponentChildren;
}

/** A line that has all keys for as long as it is there, as a text box would. */
export function OwnKeys({ label, onKey, onLeave, children }: OwnKeysProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus({ preventScroll: true }), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="own-keys"
      data-own-keys
      tabIndex={0}
      role="application"
      aria-label={label}
      ref={box}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => event.preventDefault()}
      onBlur={() => document.hasFocus() && onLeave()}
    >
      {children}
    </div>
  );
}
