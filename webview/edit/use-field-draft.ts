import { useMemo, useState } from 'preact/hooks';
import { pathText } from '../../src/core/row/json';
import type { JsonPath } from '../../src/core/row/json';
import type { RowEdit } from '../../src/protocol/row-edit';
import { canTurn, draftOf, draftOfNewField, judgeDraft, turned } from './field-draft';
import type { DraftJudgement, EditedRow, FieldDraft } from './field-draft';
import { JOINED } from './Sheet';
import type { Note } from './Sheet';

/** The form's own words, which stand until something else is done. */
type Hint = { kind: 'none' } | { kind: 'removing' } | { kind: 'note'; note: Note };

/** The field in hand of a row that is edited: choosing it, typing, turning it to JSON, adding and removing. */
export function useFieldDraft(row: EditedRow, start: JsonPath | null) {
  const [draft, setDraft] = useState(() => (start ? draftOf(row, start) : draftOfNewField()));
  const [hint, setHint] = useState<Hint>({ kind: 'none' });
  const judged = useMemo(() => judgeDraft(row, draft), [row, draft]);
  const name = draft.path && pathText(draft.path);
  const changed = draft.path ? judged.kind !== 'same' : draft.typed + draft.typedPath !== '';
  const change = (to: FieldDraft) => {
    setHint({ kind: 'none' });
    setDraft(to);
  };
  const changeField = (to: () => FieldDraft) =>
    changed ? setHint({ kind: 'note', note: inHand(name) }) : change(to());
  return {
    draft,
    judged,
    name,
    changed,
    note: noteOf(judged, hint, name),
    type: (typed: string) => change({ ...draft, typed }),
    typePath: (typedPath: string) => change({ ...draft, typedPath }),
    choose: (path: JsonPath) => changeField(() => draftOf(row, path)),
    add: () => changeField(draftOfNewField),
    turn: () => canTurn(draft) && change(turned(row, draft)),
    /** Asks once; the second time it is what to do. */
    remove: (): RowEdit | null => {
      if (!draft.path) return null;
      setHint({ kind: hint.kind === 'removing' ? 'none' : 'removing' });
      return hint.kind === 'removing' ? { kind: 'removeField', row: row.seen, path: draft.path } : null;
    },
    say: (why: string) => setHint({ kind: 'note', note: { look: 'error', words: why } }),
  };
}

function inHand(name: string | null): Note {
  const words = `Apply the change of ${name ?? 'the new field'} first, or drop it with Esc.`;
  return { look: 'warning', words };
}

function noteOf(judged: DraftJudgement, hint: Hint, name: string | null): Note {
  if (hint.kind === 'note') return hint.note;
  if (hint.kind === 'removing')
    return { look: 'warning', words: `Press F9 again to remove ${name ?? 'the field'} from this row.` };
  if (judged.kind === 'wrong') return { look: 'error', words: judged.message };
  if (judged.kind === 'same') return { look: 'plain', words: 'Nothing is changed' };
  if (judged.warning) return { look: 'warning', words: judged.warning.message };
  if (judged.joined) return JOINED;
  return { look: 'ready', words: name === null ? 'A new field' : 'Changed' };
}
