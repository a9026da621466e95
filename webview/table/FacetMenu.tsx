import { useEffect, useRef, useState } from 'preact/hooks';
import type { ColumnSummary, TableColumn } from '../../src/protocol/table';
import { Icon } from '../Icon';
import { RichText } from '../text/RichText';
import { hasTerm } from '../../src/core/query/query-terms';

interface FacetMenuProps {
  column: TableColumn;
  summary: ColumnSummary;
  query: string;
  /** Pixels from the table's left edge. */
  left: number;
  /** A value's term was chosen: it comes into the query, or out of it. */
  onChoose: (term: string) => void;
  onClose: () => void;
}

interface Choice {
  text: string;
  count: number;
  query: string;
}

/** The commonest values of a column, or its ranges, with their counts: choosing one adds it to the query. */
export function FacetMenu({ column, summary, query, left, onChoose, onClose }: FacetMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const choices = choicesOf(summary);
  const most = Math.max(...choices.map(({ count }) => count), 1);
  useEffect(() => list.current?.focus(), [column.id]);
  useEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [active]);
  const choose = (at: number) => {
    const choice = choices[at];
    if (choice) onChoose(choice.query);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => setActive(Math.min(active + 1, choices.length - 1)),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Home: () => setActive(0),
    End: () => setActive(choices.length - 1),
    Enter: () => choose(active),
    ' ': () => choose(active),
    Escape: onClose,
  };
  return (
    <div class="menu facets" style={{ left: `${left}px` }}>
      <div
        ref={list}
        class="options"
        role="listbox"
        tabIndex={0}
        aria-label={`Values of ${column.title}`}
        aria-multiselectable="true"
        aria-activedescendant={`facet-${active}`}
        onBlur={onClose}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          event.stopPropagation(); // the key is not the rows', nor VS Code's
          act();
        }}
      >
        {choices.map((choice, at) => (
          <div
            id={`facet-${at}`}
            class={`option ${at === active ? 'active' : ''}`}
            role="option"
            aria-selected={hasTerm(query, choice.query)}
            title={choice.query}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(at)}
          >
            <span class="sign">{hasTerm(query, choice.query) && <Icon name="check" />}</span>
            <span class="text">
              {column.kind === 'maths' ? (
                <RichText source={{ text: choice.text, dialect: 'markdown' }} inline />
              ) : (
                choice.text
              )}
            </span>
            <span class="num mut">{choice.count.toLocaleString('en')}</span>
            <span class="share" style={{ width: `${(100 * choice.count) / most}%` }} />
          </div>
        ))}
      </div>
      <p class="facts mut num">
        {summary.facts.map((fact) => (
          <span>{fact}</span>
        ))}
      </p>
      <p class="how mut">
        {choices.length > 0 && (
          <>
            Choose <kbd>↵</kbd>
          </>
        )}{' '}
        <span>Close</span> <kbd>Esc</kbd>
      </p>
    </div>
  );
}

/** Values, and ranges where they are not the values themselves. */
function choicesOf({ facets, bars }: ColumnSummary): Choice[] {
  const known = new Set(facets.map(({ query }) => query));
  const ranges = bars
    .filter(({ count, query }) => count > 0 && query !== '' && !known.has(query))
    .map(({ label, count, query }) => ({ text: label, count, query }));
  return [...facets, ...ranges];
}
