import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoleChoice } from '../../src/core/profile/mapping/role-choices';
import { ComboBoxField } from '../text-boxes';
import type { ComboBox } from '../text-boxes';
import { offered, roleWords } from './role-words';
import type { Offered } from './role-words';

const LIST_ID = 'role-choices';
const optionId = (at: number) => `role-choice-${at}`;

interface RoleBoxProps {
  box: Ref<ComboBox>;
  /** The field that gets a role; null when none is in hand. */
  field: string | null;
  typed: string;
  choices: RoleChoice[];
  onType: (typed: string) => void;
  onTake: (choice: Offered) => void;
  /** Back to the fields. */
  onBack: () => void;
}

/** A role by some letters of its name: it is always there, so that nothing moves. */
export function RoleBox({ box, field, typed, choices, onType, onTake, onBack }: RoleBoxProps) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = offered(choices, typed);
  const active = Math.min(at, found.length - 1);
  useEffect(() => setAt(0), [typed, field]);
  useEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) setAt((active + by + found.length) % Math.max(found.length, 1));
    else if (event.key === 'Escape') onBack();
    else if (event.key !== 'Enter') return;
    else if (found[active] !== undefined) onTake(found[active]);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="role-box">
      <div class="sec">
        <h2>Role of {field ?? 'a field'}</h2>
        <span class="r">
          Choose <kbd>↵</kbd>
        </span>
      </div>
      <ComboBoxField
        box={box}
        label={`Role of ${field ?? 'a field'}`}
        value={typed}
        placeholder="Some letters of a role"
        list={found.length > 0 ? LIST_ID : null}
        option={active >= 0 ? optionId(active) : null}
        invalid={false}
        onInput={onType}
        onFocus={() => undefined}
        onBlur={() => undefined}
        onKeyDown={onKeyDown}
      />
      <div class="options" role="listbox" id={LIST_ID} aria-label="Roles" ref={list}>
        {found.map((choice, place) => (
          <div
            key={choice ? roleWords(choice) : ''}
            id={optionId(place)}
            class={`option ${place === active ? 'active' : ''}`}
            role="option"
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(choice)}
          >
            <span class="text">{choice ? choice.role : 'other field'}</span>
            <span class="detail mut">{choice ? choice.decoder : 'no role'}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
