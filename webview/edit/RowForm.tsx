import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RowEdit, SeenRow } from '../../src/protocol/row-edit';
import { Button } from '../controls';
import { SourceBoxField } from '../text-boxes';
import type { SourceBox } from '../text-boxes';
import { judgeRow } from './json-judgement';
import type { JsonJudgement } from './json-judgement';
import { markOf } from './mark';
import { JOINED, Sheet } from './Sheet';
import type { Note } from './Sheet';

/** What the source is for: another text for a row, or a new row before row `at`. */
export type RowFormAim = { kind: 'text'; row: SeenRow } | { kind: 'add'; at: number };

interface RowFormProps {
  aim: RowFormAim;
  /** What the text box begins with. */
  start: string;
  onEdit: (edit: RowEdit) => Promise<string | null>;
  onLeave: () => void;
}

/** Edits the source of a whole row, broken or not, or of a new one. */
export function RowForm({ aim, start, onEdit, onLeave }: RowFormProps) {
  const [typed, setTyped] = useState(start);
  const source = useRef<SourceBox>(null);
  const judged = useMemo(() => judgeRow(typed), [typed]);
  const isSame = typed === start;
  const mark = markOf(judged);
  const showPlace = () => mark && source.current?.select(mark.start, mark.end);
  const isAdding = aim.kind === 'add';
  useLayoutEffect(() => {
    const caret = mark ? mark.start : isAdding ? firstEmptyText(start) : 0;
    source.current?.select(caret, caret);
  }, []);
  return (
    <Sheet
      title={titleOf(aim)}
      note={noteOf(judged, isAdding, isSame)}
      changed={!isSame}
      ready={judged.kind === 'right' && (isAdding || !isSame)}
      applying={isAdding ? 'Add' : 'Apply'}
      onApply={async () => (judged.kind === 'right' ? onEdit(editOf(aim, judged.json)) : null)}
      onLeave={onLeave}
      keys={[{ key: 'F8', run: showPlace }]}
      head={<span class="mut">{isAdding ? 'the keys of the row above it' : 'as it stands in the file'}</span>}
      acts={
        <Button look="quiet" disabled={!mark} onPress={showPlace}>
          Show the place <kbd>F8</kbd>
        </Button>
      }
    >
      <div class="edit-panes whole">
        <SourceBoxField
          box={source}
          label={isAdding ? 'JSON of the new row' : 'JSON of the row'}
          look="json"
          value={typed}
          invalid={judged.kind === 'wrong'}
          marked={mark}
          onInput={setTyped}
        />
      </div>
    </Sheet>
  );
}

/** Where to begin typing in a new row. */
function firstEmptyText(json: string): number {
  return json.indexOf('""') + 1;
}

function titleOf(aim: RowFormAim): string {
  const number = aim.kind === 'text' ? aim.row.number + 1 : aim.at;
  const name = `row ${number.toLocaleString('en')}`;
  if (aim.kind === 'text') return `Edit ${name} as JSON`;
  return number === 0 ? 'Add the first row' : `Add a row below ${name}`;
}

function editOf(aim: RowFormAim, json: string): RowEdit {
  if (aim.kind === 'add') return { kind: 'add', at: aim.at, text: json };
  return { kind: 'text', row: aim.row, text: json };
}

function noteOf(judged: JsonJudgement, isAdding: boolean, isSame: boolean): Note {
  if (judged.kind === 'wrong') return { look: 'error', words: judged.message };
  if (judged.warning) return { look: 'warning', words: judged.warning.message };
  if (judged.joined) return JOINED;
  if (isAdding) return { look: 'ready', words: 'A new row' };
  return isSame ? { look: 'plain', words: 'Nothing is changed' } : { look: 'ready', words: 'Changed' };
}
