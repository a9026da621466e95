import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListedChoice } from '../../src/core/concept/tag-choices';
import { Icon } from '../Icon';
import { ComboBoxField } from '../text-boxes';
import type { ComboBox } from '../text-boxes';
import { Dialog } from './Dialog';

interface TagFormProps {
  title: string;
  /** What is asked for: "Concept". */
  label: string;
  /** What is said where there is nothing to choose. */
  empty: string;
  /** What can be chosen for what was typed; null while the library is being read. */
  list: ((typed: string) => ListedChoice[]) | null;
  /** Whether another can be taken after the one. */
  several: boolean;
  onTake: (listed: ListedChoice) => void;
  onClose: () => void;
}

const LIST_ID = 'tag-choices';
const optionId = (at: number) => `tag-choice-${at}`;

/**
 * Asks for a concept, or another thing with a name, by some of its name. Enter takes the one in hand;
 * of several ⌃Enter takes it, and asks for another.
 */
export function TagForm({ title, label, empty, list, several, onTake, onClose }: TagFormProps) {
  const box = useRef<ComboBox>(null);
  const entered = useRef<{ stay: boolean } | null>(null);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => box.current?.focus(), []);
  const choices = list?.(typed) ?? [];
  const active = Math.min(at, choices.length - 1);
  const take = (place: number, stay: boolean) => {
    const listed = choices[place];
    if (!listed) return;
    onTake(listed);
    if (!stay) return onClose();
    setTyped('');
    setAt(0);
  };
  useEffect(() => {
    if (!list || !entered.current) return;
    const { stay } = entered.current; // was pressed before the library was there
    entered.current = null;
    take(0, stay);
  }, [list]);
  const staysOn = ({ ctrlKey, metaKey }: KeyboardEvent) => several && (ctrlKey || metaKey);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((active + by + choices.length) % Math.max(choices.length, 1));
    else if (event.key !== 'Enter') return;
    else if (list) take(active, staysOn(event));
    else entered.current = { stay: staysOn(event) };
    event.preventDefault();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="tag-form">
        <ComboBoxField
          box={box}
          label={label}
          value={typed}
          placeholder={'Some of its name'}
          list={choices.length > 0 ? LIST_ID : null}
          option={active >= 0 ? optionId(active) : null}
          invalid={false}
          onInput={(text) => {
            setTyped(text);
            setAt(0);
          }}
          onFocus={() => undefined}
          onBlur={() => undefined}
          onKeyDown={onKeyDown}
        />
        <Choices label={label} choices={choices} active={active} onTake={(place) => take(place, false)} />
        {list && choices.length === 0 && <p class="mut">{empty}</p>}
        <p class="how mut">
          Take <kbd>↵</kbd>{' '}
          {several && (
            <>
              <span>Take, then another</span> <kbd>⌃↵</kbd>{' '}
            </>
          )}
          <span>Choose</span> <kbd>↑</kbd> <kbd>↓</kbd> <span>Close</span> <kbd>Esc</kbd>
        </p>
      </div>
    </Dialog>
  );
}

interface ChoicesProps {
  label: string;
  choices: ListedChoice[];
  active: number;
  onTake: (at: number) => void;
}

function Choices({ label, choices, active, onTake }: ChoicesProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }));
  return (
    <div class="options" role="listbox" id={LIST_ID} aria-label={`${label}s`} ref={box}>
      {choices.map((listed, at) => (
        <div
          key={listed.choice.id}
          id={optionId(at)}
          class={`option ${at === active ? 'active' : ''}`}
          role="option"
          aria-selected={at === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(at)}
        >
          <Icon name={SIGNS[listed.as]} />
          <span class="text">{listed.choice.name}</span>
          <span class="detail mut">{detailOf(listed)}</span>
        </div>
      ))}
    </div>
  );
}

const SIGNS: Record<ListedChoice['as'], string> = {
  set: 'check',
  recent: 'history',
  library: 'blank',
  own: 'add',
};

function detailOf({ choice, as }: ListedChoice): string {
  if (as === 'own') return 'a tag of your own, in no library';
  return as === 'recent' && choice.about === '' ? 'used lately' : choice.about;
}
