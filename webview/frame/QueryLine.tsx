import { useEffect, useRef, useState } from 'preact/hooks';
import type { QueueState } from '../../src/protocol/table';
import { Act } from '../Act';
import { ComboBoxField } from '../text-boxes';
import type { ComboBox } from '../text-boxes';
import { Icon } from '../Icon';
import type { PageState } from '../page-state';
import type { TableSession } from '../table-session';
import { keepFocus } from './keep-focus';
import { QueryFaults } from './QueryFaults';
import { SuggestionList, suggestionId, SUGGESTIONS_ID } from './SuggestionList';
import { useQueryText } from './use-query-text';

interface QueryLineProps {
  state: PageState;
  table: TableSession;
  /** Gives the focus back to the rows. */
  onLeave: () => void;
}

/** The query: which rows there are to go through. Its text is all of it. */
export function QueryLine({ state, table, onLeave }: QueryLineProps) {
  const { queue, view, findAsked, selected } = state;
  const box = useRef<ComboBox>(null);
  const [asked, setAsked] = useState(false);
  const answered = useRef(findAsked);
  const { text, suggestions, onInput, onKeyDown, onFocus, accept } = useQueryText({
    box,
    applied: queue.query,
    stopped: queue.stoppedAt !== null,
    suggest: (query, caret) => table.suggest(query, caret),
    apply: (query) => void table.setQuery(query),
    leave: () => {
      setAsked(false);
      onLeave();
    },
  });
  useEffect(() => {
    if (answered.current === findAsked) return;
    if (!box.current) return setAsked(true); // it is drawn first
    answered.current = findAsked;
    setAsked(true);
    box.current.focus();
  }, [findAsked, asked]);

  if (view !== 'table' && !asked && queue.query === '' && queue.sort === null) return null;
  const open = suggestions.list.length > 0;
  const changed = text.trim() !== queue.query.trim();
  return (
    <search class="query">
      <div class="query-line">
        <div class="query-box">
          <Icon name="filter" />
          <ComboBoxField
            box={box}
            label="Query: which rows to show"
            value={text}
            placeholder="Find rows: a text, field:value, label:none, level:2..5, /regex/"
            list={open ? SUGGESTIONS_ID : null}
            option={open && suggestions.active >= 0 ? suggestionId(suggestions.active) : null}
            invalid={!changed && queue.faults.length > 0}
            onInput={onInput}
            onFocus={onFocus}
            onBlur={() => suggestions.close()}
            onKeyDown={onKeyDown}
          />
          <span class={`enter ${changed || queue.stoppedAt !== null ? '' : 'applied'}`} aria-hidden="true">
            {changed ? 'Find' : queue.stoppedAt === null ? 'To the rows' : 'Find again'} <kbd>↵</kbd>
          </span>
          {open && <SuggestionList suggestions={suggestions} onAccept={accept} />}
        </div>
        <div class="query-acts" onMouseDown={keepFocus}>
          <QueryActs state={state} selecting={selected.size > 0} />
        </div>
      </div>
      {!changed && <QueryFaults queue={queue} />}
      {queue.underWay !== null && (
        <progress class="line" max={1} value={queue.underWay} aria-label="Part of the file searched" />
      )}
    </search>
  );
}

function QueryActs({ state, selecting }: { state: PageState; selecting: boolean }) {
  const { queue, view } = state;
  if (queue.underWay !== null) {
    return (
      <>
        <span class="num mut" role="status">
          {underWayWords(queue, queue.underWay)}
        </span>
        <Act of="clearQuery">Stop</Act>
      </>
    );
  }
  if (queue.query === '' && queue.sort === null) {
    return (
      <>
        <Act of="find">Find</Act>
        <Act of="chooseQueue">Queues</Act>
      </>
    );
  }
  return (
    <>
      {view === 'focus' && <span class="num mut">{placeWords(state)}</span>}
      {!selecting && <Act of="clearQuery">{queue.query === '' ? 'Unsort' : 'All rows'}</Act>}
      <Act of="saveQueue">Save as queue</Act>
    </>
  );
}

/** Which of the rows that the query found is read. */
function placeWords({ queue, row }: PageState): string {
  const rows = queue.rows.toLocaleString('en');
  const position = row?.packet.position ?? null;
  if (position !== null) return `${(position + 1).toLocaleString('en')} of ${rows}`;
  return queue.rows === 0 ? 'No row found' : `Not among ${rows} found`;
}

function underWayWords({ query, rows }: QueueState, share: number): string {
  const percent = `${Math.floor(100 * share)} %`;
  return query === '' ? `Sorting, ${percent}` : `${rows.toLocaleString('en')} found, ${percent}`;
}
