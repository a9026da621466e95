import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LastDecisions as Last } from '../../src/protocol/page';
import type { AskedBy } from '../asking/use-asked-by';
import { Button } from '../controls';
import { decisionInWords } from './decision-words';
import { Dialog } from './Dialog';

interface LastDecisionsProps {
  askedBy: AskedBy;
  load: () => Promise<Last>;
  onShow: (id: string) => void;
  onClose: () => void;
}

/** One's last decisions, newest first: the arrows choose, Enter leads to what it was about, where it can be changed. */
export function LastDecisions({ askedBy, load, onShow, onClose }: LastDecisionsProps) {
  const [last, setLast] = useState<Last | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    load().then(setLast, () => setLast({ decisions: [], gold: [], self: null }));
  }, [load]);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('vscode-button') ?? [])];
  useLayoutEffect(() => buttons()[0]?.focus(), [last]); // with the list: an arrow may follow at once
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
        {(last?.decisions ?? []).map((decision) => (
          <li key={decision.id}>
            <Button look="quiet" onPress={() => onShow(decision.id)}>
              <span class="num">Row {(decision.row.number + 1).toLocaleString('en')}</span>{' '}
              <RowId of={decision.row.key} />
              {decisionInWords(decision, askedBy)}{' '}
              <span class="mut num">{new Date(decision.time).toLocaleTimeString('en-GB')}</span>
            </Button>
          </li>
        ))}
      </ul>
      {last?.decisions.length === 0 && <p class="mut">You have decided nothing yet.</p>}
      {last?.gold.map(({ queue, same, all }) => (
        <p class="num">
          Of {all} labels in {queue} whose answer is known, {same} are as expected. Only you see this.
        </p>
      ))}
      {last?.self && (
        <p class="num">
          Of {last.self.all} labels that you gave twice without knowing, {last.self.same} are the same. Only
          you see this.
        </p>
      )}
      <p class="how mut">
        Choose <kbd>↑</kbd> <kbd>↓</kbd> <span>Go there</span> <kbd>↵</kbd> <span>Close</span> <kbd>l</kbd>
      </p>
    </Dialog>
  );
}

/** The row's id, where it has one: a key that is made of its content says nothing to people. */
function RowId({ of }: { of: string }) {
  const [, id] = /^id:(.+)$/s.exec(of) ?? [];
  if (id === undefined) return null;
  return (
    <>
      <span class="row-id" title={id}>
        {id}
      </span>{' '}
    </>
  );
}
