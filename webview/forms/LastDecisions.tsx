import { useEffect, useRef, useState } from 'preact/hooks';
import type { SignedDecision } from '../../src/core/annotation/event';
import { Button } from '../controls';
import { decisionInWords } from './decision-words';
import { Dialog } from './Dialog';

interface LastDecisionsProps {
  load: () => Promise<SignedDecision[]>;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One's last decisions, newest first: the arrows choose, Enter leads to what it was about, where it can be changed. */
export function LastDecisions({ load, onShow, onClose }: LastDecisionsProps) {
  const [decisions, setDecisions] = useState<SignedDecision[] | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    load().then(setDecisions, () => setDecisions([]));
  }, [load]);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('vscode-button') ?? [])];
  useEffect(() => buttons()[0]?.focus(), [decisions]);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const all = buttons();
    all[all.findIndex((button) => button === document.activeElement) + by]?.focus(); // at once: Enter may follow
  };
  return (
    <Dialog title="Your last decisions" onClose={onClose} closeKey="l">
      <ul class="decisions" ref={list} onKeyDown={onKeyDown}>
        {(decisions ?? []).map((decision) => (
          <li key={decision.id}>
            <Button look="quiet" onPress={() => onShow(decision.id)}>
              <span class="num">Row {(decision.row.number + 1).toLocaleString('en')}</span>{' '}
              {decisionInWords(decision)}{' '}
              <span class="mut num">{new Date(decision.time).toLocaleTimeString('en-GB')}</span>
            </Button>
          </li>
        ))}
      </ul>
      {decisions?.length === 0 && <p class="mut">You have decided nothing yet.</p>}
      <p class="how mut">
        Choose <kbd>↑</kbd> <kbd>↓</kbd> <span>Go there</span> <kbd>↵</kbd> <span>Close</span> <kbd>l</kbd>
      </p>
    </Dialog>
  );
}
