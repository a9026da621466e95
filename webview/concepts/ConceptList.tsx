import { useEffect, useRef } from 'preact/hooks';
import type { ListedEntry } from './concept-session';

interface ConceptListProps {
  list: ListedEntry[];
  /** Place in the report. */
  chosen: number | null;
  onChoose: (place: number) => void;
}

/** The list is for the keyboard what the picture is for the pointer: all that is in one is in the other. */
export function ConceptList({ list, chosen, onChoose }: ConceptListProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.querySelector('.cur')?.scrollIntoView({ block: 'nearest' }), [chosen]);
  const most = list[0]?.rows ?? 1;
  return (
    <nav class="concept-list" aria-label="Concepts" tabIndex={0} ref={box}>
      <ol>
        {list.map(({ entry, place, rows }) => (
          <li
            key={entry.id}
            class={place === chosen ? 'cur' : ''}
            aria-current={place === chosen ? 'true' : undefined}
            onClick={() => onChoose(place)}
          >
            <span class="name" title={entry.title}>
              {entry.title}
            </span>
            <span class="num">{rows.toLocaleString('en')}</span>
            <span
              class="bar"
              style={{ width: `${Math.min(100, (100 * rows) / most)}%` }}
              aria-hidden="true"
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}
