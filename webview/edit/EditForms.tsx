import { useContext, useMemo, useState } from 'preact/hooks';
import { emptyLike } from '../../src/core/row/empty-like';
import { jsonText } from '../../src/core/row/json';
import type { RowEdit } from '../../src/protocol/row-edit';
import { Acting } from '../acting';
import type { LoadedRow } from '../loaded-row';
import type { PageState } from '../page-state';
import type { Session } from '../session';
import { fieldAtCursor } from './field-at-cursor';
import { FieldForm } from './FieldForm';
import { NoForm } from './NoForm';
import { RowForm } from './RowForm';
import { whyNoForm } from './why-no-form';
import type { EditDialog } from './why-no-form';

interface EditFormsProps {
  session: Session;
  onClose: () => void;
}

/** The form for editing that is asked for, if one is. */
export function EditForms({ session, onClose }: EditFormsProps) {
  const { dialog } = session.state;
  if (dialog !== 'field' && dialog !== 'row' && dialog !== 'add') return null;
  return <EditForm key={dialog} dialog={dialog} session={session} onClose={onClose} />;
}

/** A form on the row as it was when the form was opened: the host refuses the edit if the row is another by then. */
function EditForm({ dialog, session, onClose }: EditFormsProps & { dialog: EditDialog }) {
  const [state] = useState(session.state);
  const act = useContext(Acting);
  const onEdit = (edit: RowEdit) => editWith(session, edit);
  const why = whyNoForm(state.row, dialog);
  if (why) {
    const go = () => {
      onClose();
      act?.(why.wayOut);
    };
    // a dialog tells that it closed when another form may already be in its place
    const leave = () => session.state.dialog === dialog && onClose();
    return <NoForm {...why} onAct={go} onLeave={leave} />;
  }
  if (dialog === 'add') return <AddForm state={state} session={session} onEdit={onEdit} onLeave={onClose} />;
  if (!state.row) return null;
  return dialog === 'row' ? (
    <RowForm
      aim={{ kind: 'text', row: seen(state.row) }}
      start={state.row.parsed.text}
      onEdit={onEdit}
      onLeave={onClose}
    />
  ) : (
    <FieldOfRow
      row={state.row}
      read={session.reading}
      cursor={state.cursor}
      onEdit={onEdit}
      onLeave={onClose}
    />
  );
}

interface FormProps {
  onEdit: (edit: RowEdit) => Promise<string | null>;
  onLeave: () => void;
}

interface FieldOfRowProps extends FormProps {
  row: LoadedRow;
  /** The row in the steps in which it is in sight. */
  read: LoadedRow['reading'];
  cursor: PageState['cursor'];
}

function FieldOfRow({ row, read, cursor, ...form }: FieldOfRowProps) {
  const { parsed, reading } = row;
  const value = parsed.kind === 'value' ? parsed.value : null;
  const edited = useMemo(() => ({ seen: seen(row), text: parsed.text, value }), [row]);
  const start = useMemo(() => fieldAtCursor(value, read, cursor), [row]);
  return <FieldForm row={edited} reading={reading} start={start} {...form} />;
}

/** A new row has the keys of the one in hand, and stands below it. In a dataset without rows it is the first. */
function AddForm({ state, session, onEdit, onLeave }: FormProps & { state: PageState; session: Session }) {
  const { row } = state;
  const at = row ? row.packet.number + 1 : 0;
  const like = row?.parsed.kind === 'value' ? row.parsed.value : undefined;
  const add = async (edit: RowEdit) => {
    const why = await onEdit(edit);
    if (why === null && state.view === 'focus') void session.inSight.show(at);
    return why;
  };
  return (
    <RowForm aim={{ kind: 'add', at }} start={jsonText(emptyLike(like), 2)} onEdit={add} onLeave={onLeave} />
  );
}

function seen({ packet }: LoadedRow) {
  return { number: packet.number, hash: packet.hash };
}

/** Resolves with why the edit could not be made, or with null. */
async function editWith(session: Session, edit: RowEdit): Promise<string | null> {
  const before = session.state.row?.packet.hash ?? '';
  if (await session.edit(edit)) {
    session.onEdited?.(edit, before);
    return null;
  }
  const { saved } = session.state;
  return saved.kind === 'failed' ? saved.message : 'The edit could not be made.';
}
