import { useEffect } from 'preact/hooks';
import { isControl, isTyping } from '../controls';

/** Keys that are acts of the table: the browser does not scroll by them as well. */
const KEYS_OF_ACTS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];
/** Pixels by which an arrow scrolls a table that is wider than the page. */
const SIDE_STEP = 80;

/** Keeps the focus on the grid, and the browser's own scrolling out of the way of its keys. */
export function useTableKeys(box: { current: HTMLElement | null }): void {
  useEffect(() => {
    const focus = () => box.current?.focus({ preventScroll: true });
    const onKeyDown = (event: KeyboardEvent) => {
      const active = document.activeElement;
      if (isTyping(active) || active?.closest('dialog')) return;
      if (active === document.body) focus();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (KEYS_OF_ACTS.includes(event.key) && !isControl(active)) event.preventDefault();
      if (event.key === 'ArrowLeft') box.current?.scrollBy({ left: -SIDE_STEP });
      if (event.key === 'ArrowRight') box.current?.scrollBy({ left: SIDE_STEP });
    };
    if (document.hasFocus() && !isTyping(document.activeElement)) focus();
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
