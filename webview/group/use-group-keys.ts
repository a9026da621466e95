import { useEffect, useLayoutEffect } from 'preact/hooks';
import { isControl, isTyping } from '../controls';
import type { GroupSession } from '../group-session';
import type { GroupState } from '../page-state';

/** Keys that go through the group: the browser does not scroll by them as well. */
const KEYS_OF_ACTS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** Keeps the focus on the member in hand, in sight, and finds the members above and below it. */
export function useGroupKeys(
  box: { current: HTMLElement | null },
  here: GroupState,
  group: GroupSession,
): void {
  useLayoutEffect(() => {
    group.beside = (at, by) => (box.current ? memberBeside(box.current, at, by) : at);
  }, [group]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const active = document.activeElement;
      if (isTyping(active) || active?.closest('dialog') || event.ctrlKey || event.metaKey || event.altKey)
        return;
      if (KEYS_OF_ACTS.includes(event.key) && !isControl(active)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  useEffect(() => {
    const current = box.current?.querySelector<HTMLElement>('.member.cur');
    current?.scrollIntoView({ block: 'nearest' });
    const active = document.activeElement;
    if (document.hasFocus() && !isTyping(active) && !active?.closest('dialog'))
      current?.focus({ preventScroll: true });
  }, [here.cursor, here.rows]);
}

/** The nearest member in the line above or below, as they lie on the page; the member itself where there is none. */
function memberBeside(box: HTMLElement, at: number, by: 1 | -1): number {
  const members = [...box.querySelectorAll<HTMLElement>('[data-member]')];
  const from = members.find(({ dataset }) => Number(dataset['member']) === at)?.getBoundingClientRect();
  if (!from) return at + by;
  let best = { member: at, far: Infinity };
  for (const element of members) {
    const edges = element.getBoundingClientRect();
    const down = by === 1 ? edges.top - from.bottom : from.top - edges.bottom;
    if (down < -1) continue;
    const far = 1000 * down + Math.abs(middle(edges) - middle(from));
    if (far < best.far) best = { member: Number(element.dataset['member']), far };
  }
  if (best.far < Infinity) return best.member;
  const last = Number((by === 1 ? members.at(-1) : members[0])?.dataset['member']);
  return last === at ? at + by : at; // over the end of what is drawn
}

function middle({ left, right }: DOMRect): number {
  return (left + right) / 2;
}
