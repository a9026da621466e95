import type { Ref } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MappedField } from '../../src/core/profile/mapping/mapped-fields';
import type { Lack } from '../../src/core/profile/lacks';
import { excerptOf } from '../edit/field-list';
import { Icon } from '../Icon';
import { fieldWords } from './role-words';

/** A line of the list: a field of the row, or one that the profile names and no row has. */
export type Line =
  { kind: 'field'; name: string; field: MappedField } | { kind: 'lack'; name: string; lack: Lack };

interface MappedFieldListProps {
  box: Ref<HTMLUListElement>;
  lines: Line[];
  at: number;
  onChoose: (at: number) => void;
  /** A key besides those that move in the list. */
  onKey: (event: KeyboardEvent) => void;
}

/** The fields of a row with their values, and the role that each has. */
export function MappedFieldList({ box, lines, at, onChoose, onKey }: MappedFieldListProps) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() =>
    around.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return onKey(event);
    onChoose(Math.max(0, Math.min(at + by, lines.length - 1)));
    event.preventDefault();
  };
  return (
    <div class="mapped-fields" ref={around}>
      <div class="sec">
        <h2>Fields</h2>
        <span class="r">
          Role away <kbd>Del</kbd> Notation <kbd>F4</kbd>
        </span>
      </div>
      <ul
        class="field-list"
        role="listbox"
        aria-label="Fields of the row and their roles"
        aria-activedescendant={lines[at] ? `mapped-${at}` : undefined}
        tabIndex={0}
        ref={box}
        onKeyDown={onKeyDown}
      >
        {lines.map((line, place) => (
          <LineOf
            key={`${line.kind} ${line.name}`}
            line={line}
            place={place}
            chosen={place === at}
            onChoose={onChoose}
          />
        ))}
      </ul>
    </div>
  );
}

interface LineOfProps {
  line: Line;
  place: number;
  chosen: boolean;
  onChoose: (at: number) => void;
}

function LineOf({ line, place, chosen, onChoose }: LineOfProps) {
  const { name } = line;
  const said = line.kind === 'field' ? fieldWords(line.field) : lackWords(line.lack);
  const excerpt = line.kind === 'field' ? excerptOf(line.field.value) : 'in no row';
  const level = line.kind === 'field' ? Math.min(line.field.path.length - 1, 3) : 0;
  const role = line.kind === 'lack' ? 'lacking' : line.field.rule ? 'has-role' : 'mut';
  return (
    <li
      id={`mapped-${place}`}
      role="option"
      class="mapped-field"
      aria-selected={chosen}
      aria-label={`${name}: ${excerpt}; ${said}`}
      title={`${name}: ${excerpt}`}
      onClick={() => onChoose(place)}
    >
      <span class={`what level-${level}`}>
        {line.kind === 'lack' && <Icon name="warning" />}
        <code>{level > 0 && line.kind === 'field' ? String(line.field.path.at(-1)) : name}</code>{' '}
        <span class="mut">{excerpt}</span>
      </span>
      <span class={`is ${role}`}>
        {said}
        {line.kind === 'field' &&
          line.field.rule &&
          !line.field.beside &&
          line.field.rule.dialect !== 'markdown' && <span class="mut"> · {line.field.rule.dialect}</span>}
        {line.kind === 'lack' && line.lack.suggestion && <kbd>↵</kbd>}
      </span>
    </li>
  );
}

function lackWords({ suggestion }: Lack): string {
  return suggestion ? `now ${suggestion.name}?` : 'gone';
}
