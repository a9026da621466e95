import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Reading } from '../../src/core/profile/reading';
import type { RowEdit } from '../../src/protocol/row-edit';
import { Button } from '../controls';
import { LineBox } from '../text-boxes';
import type { SourceBox } from '../text-boxes';
import { dialectAt } from './field-at-cursor';
import type { FieldPlace } from './field-at-cursor';
import { valueOf } from './field-draft';
import type { EditedRow } from './field-draft';
import { FieldList } from './FieldList';
import { FieldPreview } from './FieldPreview';
import { FieldSource } from './FieldSource';
import { markOf } from './mark';
import { Sheet } from './Sheet';
import { useFieldDraft } from './use-field-draft';

interface FieldFormProps {
  row: EditedRow;
  reading: Reading;
  /** Where to begin; null in a row without fields. */
  start: FieldPlace | null;
  /** Resolves with why the edit could not be made, or with null. */
  onEdit: (edit: RowEdit) => Promise<string | null>;
  onLeave: () => void;
}

/** Edits any field of a row: all fields, the source of one, and how it will be read. */
export function FieldForm({ row, reading, start, onEdit, onLeave }: FieldFormProps) {
  const form = useFieldDraft(row, start && start.path);
  const { draft, judged, name } = form;
  const source = useRef<SourceBox>(null);
  const value = useMemo(() => valueOf(draft), [draft.as, draft.typed]);
  const dialect = useMemo(() => dialectAt(reading, draft.path ?? []), [reading, draft.path]);
  const mark = markOf(judged);
  // before the next key: what is typed at once goes where it belongs
  useLayoutEffect(() => {
    if (start) source.current?.select(start.offset, start.offset);
  }, [start]);
  const showPlace = () => mark && source.current?.select(mark.start, mark.end);
  const remove = () => {
    const edit = form.remove();
    if (edit) void onEdit(edit).then((why) => (why === null ? onLeave() : form.say(why)));
  };
  return (
    <Sheet
      title={`Edit row ${(row.seen.number + 1).toLocaleString('en')}`}
      note={form.note}
      changed={form.changed}
      ready={judged.kind === 'ready'}
      applying="Apply"
      onApply={async () => (judged.kind === 'ready' ? onEdit(judged.edit) : null)}
      onLeave={onLeave}
      keys={[
        { key: 'F4', run: form.turn },
        { key: 'F6', run: focusFilter },
        { key: 'F7', run: form.add },
        { key: 'F8', run: showPlace },
        { key: 'F9', run: remove },
      ]}
      head={
        <>
          <FieldName name={name} typed={draft.typedPath} onType={form.typePath} />
          <Button look="quiet" onPress={form.add}>
            Add field <kbd>F7</kbd>
          </Button>
          <Button look="quiet" disabled={name === null} onPress={remove}>
            Remove field <kbd>F9</kbd>
          </Button>
        </>
      }
      acts={
        <Button look="quiet" disabled={!mark} onPress={showPlace}>
          Show the place <kbd>F8</kbd>
        </Button>
      }
    >
      <div class="edit-panes">
        <FieldList row={row} chosen={name} onChoose={form.choose} onEnter={() => source.current?.focus()} />
        <FieldSource
          key={name}
          box={source}
          draft={draft}
          mark={mark}
          onType={form.type}
          onTurn={form.turn}
        />
        <FieldPreview key={name} value={value} typed={draft.typed} dialect={dialect} />
      </div>
    </Sheet>
  );
}

interface FieldNameProps {
  /** Null for a new field: its path is typed. */
  name: string | null;
  typed: string;
  onType: (path: string) => void;
}

function FieldName({ name, typed, onType }: FieldNameProps) {
  const isNew = name === null;
  useLayoutEffect(() => {
    if (isNew) document.querySelector<HTMLElement>('.new-path')?.focus();
  }, [isNew]);
  if (!isNew)
    return (
      <code class="edit-path" title={name} role="status">
        {name}
      </code>
    );
  return (
    <LineBox
      label="Path of the new field"
      class="edit-path new-path"
      value={typed}
      placeholder="Path of the new field, such as meta.level"
      onInput={onType}
    />
  );
}

function focusFilter(): void {
  document.querySelector<HTMLElement>('.field-filter')?.focus();
}
