import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JsonPath } from '../../src/core/row/json';
import { LineBox } from '../text-boxes';
import type { EditedRow } from './field-draft';
import { around, fieldItems, matching } from './field-list';
import type { FieldItem } from './field-list';

/** Items drawn at most. */
const DRAWN = 400;

interface FieldListProps {
  row: EditedRow;
  /** The path of the field in hand, as text; null for a new one. */
  chosen: string | null;
  onChoose: (path: JsonPath) => void;
  /** On to the field's text. */
  onEnter: () => void;
}

/** Every field of a row: the arrows choose, typing narrows. */
export function FieldList({ row, chosen, onChoose, onEnter }: FieldListProps) {
  const [typed, setTyped] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const items = useMemo(() => fieldItems(row.value, row.text), [row]);
  const found = useMemo(() => matching(items, typed), [items, typed]);
  const at = found.findIndex(({ name }) => name === chosen);
  const { before, shown, after } = around(found, at, DRAWN);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, typed]);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = aimedAt(event.key, at, found.length);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) onEnter();
    else if (to === null) return;
    event.preventDefault();
    const item = to === null ? undefined : found[to];
    if (item) onChoose(item.path);
  };
  return (
    <section class="edit-fields" aria-label="Fields" onKeyDown={onKeyDown}>
      <div class="sec">
        <h2>Fields</h2>
        <span class="num">{items.length.toLocaleString('en')}</span>
        <span class="r">
          Find <kbd>F6</kbd>
        </span>
      </div>
      <LineBox
        label="Find a field by its path"
        class="field-filter"
        value={typed}
        placeholder="Path"
        onInput={setTyped}
      />
      {found.length === 0 && <p class="nothing mut">No path has “{typed.trim()}” in it.</p>}
      <ul
        class="field-list"
        role="listbox"
        aria-label="Fields of the row"
        aria-activedescendant={at === -1 ? undefined : `field-${at}`}
        tabIndex={0}
        hidden={found.length === 0}
        ref={list}
      >
        {before > 0 && <LeftOut fields={before} />}
        {shown.map((item, place) => (
          <Item
            key={item.name}
            id={`field-${before + place}`}
            item={item}
            whole={typed.trim() !== ''}
            chosen={before + place === at}
            onChoose={onChoose}
          />
        ))}
        {after > 0 && <LeftOut fields={after} />}
      </ul>
    </section>
  );
}

/** Indented no further than this many levels. */
const DEEPEST = 8;

interface ItemProps {
  id: string;
  item: FieldItem;
  /** Its whole path is shown: what lies around it is not in the list. */
  whole: boolean;
  chosen: boolean;
  onChoose: (path: JsonPath) => void;
}

function Item({ id, item, whole, chosen, onChoose }: ItemProps) {
  const level = whole ? 0 : Math.min(item.path.length - 1, DEEPEST);
  return (
    <li
      id={id}
      role="option"
      class={`field-item level-${level}`}
      aria-selected={chosen}
      aria-label={`${item.name}: ${item.excerpt}`}
      title={item.name}
      onClick={() => onChoose(item.path)}
    >
      <code>{whole ? item.name : item.lastName}</code> <span class="mut">{item.excerpt}</span>
    </li>
  );
}

function LeftOut({ fields }: { fields: number }) {
  return (
    <li class="mut" role="presentation">
      {fields.toLocaleString('en')} more: type a part of the path
    </li>
  );
}

/** Which item a key leads to; null for keys that lead nowhere. */
function aimedAt(key: string, at: number, items: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, items - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'PageDown':
      return Math.min(at + 10, items - 1);
    case 'PageUp':
      return Math.max(at - 10, 0);
    default:
      return null;
  }
}
