import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { mappedFields } from '../../src/core/profile/mapping/mapped-fields';
import type { LibraryEntry } from '../../src/core/profile/library-entry';
import type { Profile } from '../../src/core/profile/profile';
import type { MappingStart } from '../../src/protocol/mapping';
import { Button, isTyping } from '../controls';
import { Sheet } from '../edit/Sheet';
import type { Note } from '../edit/Sheet';
import type { LoadedRow } from '../loaded-row';
import { LineBox } from '../text-boxes';
import type { ComboBox } from '../text-boxes';
import { MappedFieldList } from './MappedFieldList';
import type { Line } from './MappedFieldList';
import { MappedRow } from './MappedRow';
import { RoleBox } from './RoleBox';
import type { Offered } from './role-words';
import { useMapping } from './use-mapping';

interface MappingFormProps {
  start: MappingStart;
  row: LoadedRow;
  library: ReadonlyMap<string, LibraryEntry>;
  /** Shows the row that is so many rows on, where there is one. */
  onGo: (by: 1 | -1) => void;
  /** Resolves with why it could not be saved, or with null. */
  onSave: (profile: Profile) => Promise<string | null>;
  onLeave: () => void;
}

/** Gives the fields of a dataset their roles: fields on the left, the row as it is read then on the right. */
export function MappingForm({ start, row, library, onGo, onSave, onLeave }: MappingFormProps) {
  const mapping = useMapping(start);
  const { draft } = mapping;
  const list = useRef<HTMLUListElement>(null);
  const role = useRef<ComboBox>(null);
  const [at, setAt] = useState(0);
  const [typed, setTyped] = useState('');
  const lines = useMemo(
    () => linesOf(row, mapping.draft, mapping.lacks),
    [row, mapping.draft, mapping.lacks],
  );
  const line = lines[Math.min(at, lines.length - 1)];
  useLayoutEffect(() => list.current?.focus(), []);
  const toRole = (letters: string) => {
    if (line?.kind !== 'field') return;
    setTyped(letters);
    role.current?.begin(letters);
  };
  const toFields = () => {
    setTyped('');
    list.current?.focus();
  };
  const take = (choice: Offered) => {
    if (line?.kind === 'field') mapping.map(line.field, choice);
    toFields();
  };
  const enter = () => (line?.kind === 'lack' ? mapping.take(line.lack) : toRole(''));
  const turn = () => line?.kind === 'field' && mapping.turn(line.field);
  const onListKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'ArrowRight' || key === 'ArrowLeft') onGo(key === 'ArrowRight' ? 1 : -1);
    else if (key === 'Enter') enter();
    else if (key === 'Delete' || key === 'Backspace') take(null);
    else if (/^\p{L}$/u.test(key)) toRole(key);
    else return;
    event.preventDefault();
  };
  const undoKey = (event: KeyboardEvent) => {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.key.toLowerCase() !== 'z' ||
      isTyping(document.activeElement)
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    mapping.undo();
  };
  return (
    <Sheet
      title="Map fields"
      note={noteOf(start, draft, mapping.changed, mapping.lacks.length)}
      changed={mapping.changed}
      ready={draft.title.trim() !== '' && draft.roles.length > 0}
      applying="Save"
      onApply={() => onSave({ ...draft, title: draft.title.trim() })}
      onLeave={onLeave}
      keys={[
        { key: 'F4', run: turn },
        { key: 'F6', run: () => document.querySelector<HTMLElement>('.profile-title')?.focus() },
        { key: 'F7', run: () => mapping.begin(start.detected) },
        { key: 'F8', run: () => mapping.begin(start.inferred) },
      ]}
      head={
        <>
          <LineBox
            label="Name of the profile"
            class="profile-title"
            value={draft.title}
            placeholder="Name of the profile"
            onInput={mapping.rename}
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && toFields()}
          />
          <span class="mut">
            Name <kbd>F6</kbd>
          </span>
          <span class="r" />
          <Button look="quiet" onPress={() => mapping.begin(start.detected)}>
            Detected <kbd>F7</kbd>
          </Button>
          <Button look="quiet" onPress={() => mapping.begin(start.inferred)}>
            By names and values <kbd>F8</kbd>
          </Button>
        </>
      }
      acts={
        <Button look="quiet" disabled={!mapping.canUndo} onPress={mapping.undo}>
          Undo <kbd>⌃Z</kbd>
        </Button>
      }
    >
      <div class="mapping" onKeyDown={undoKey}>
        <section class="mapping-fields" aria-label="Fields and roles">
          <MappedFieldList
            box={list}
            lines={lines}
            at={Math.min(at, lines.length - 1)}
            onChoose={setAt}
            onKey={onListKey}
          />
          <RoleBox
            box={role}
            field={line?.kind === 'field' ? line.name : null}
            typed={typed}
            choices={start.choices}
            onType={setTyped}
            onTake={take}
            onBack={toFields}
          />
        </section>
        <section class="mapping-row" aria-label="The row as it is read">
          <div class="sec">
            <h2>Row {(row.packet.number + 1).toLocaleString('en')}</h2>
            <span class="r">
              Previous <kbd>←</kbd> Next <kbd>→</kbd>
            </span>
          </div>
          <MappedRow row={row} draft={draft} library={library} />
        </section>
      </div>
    </Sheet>
  );
}

function linesOf({ parsed }: LoadedRow, draft: Profile, lacks: MappingStart['lacks']): Line[] {
  const fields = parsed.kind === 'value' ? mappedFields(parsed.value, draft) : [];
  return [
    ...lacks.map((lack): Line => ({ kind: 'lack', name: lack.name, lack })),
    ...fields.map((field): Line => ({ kind: 'field', name: field.name, field })),
  ];
}

function noteOf(
  { project }: MappingStart,
  { title, roles }: Profile,
  changed: boolean,
  lacking: number,
): Note {
  if (title.trim() === '') return { look: 'error', words: 'Give the profile a name.' };
  if (roles.length === 0) return { look: 'error', words: 'Give a field a role.' };
  if (lacking > 0) {
    const words =
      lacking === 1
        ? 'A field of the profile is in no row'
        : `${lacking} fields of the profile are in no row`;
    return { look: 'warning', words: `${words}: choose what has its place now.` };
  }
  const to = project.there ? `to ${project.name}` : `to a new ${project.name}`;
  return {
    look: changed ? 'ready' : 'plain',
    words: changed ? `Save writes the profile ${to}.` : 'Nothing is changed',
  };
}
