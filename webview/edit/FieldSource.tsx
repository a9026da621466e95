import type { Ref } from 'preact';
import { Check } from '../controls';
import { SourceBoxField } from '../text-boxes';
import type { SourceBox } from '../text-boxes';
import { canTurn } from './field-draft';
import type { FieldDraft } from './field-draft';
import type { Mark } from './mark';
import { LONGEST_EDITED } from './why-no-form';

interface FieldSourceProps {
  box: Ref<SourceBox>;
  draft: FieldDraft;
  mark: Mark | null;
  onType: (typed: string) => void;
  onTurn: () => void;
}

/** What is typed of a field: its text, or the JSON of its value. */
export function FieldSource({ box, draft, mark, onType, onTurn }: FieldSourceProps) {
  const name = draft.path ? draft.typedPath : 'the new field';
  return (
    <section class="edit-source" aria-label="Source">
      <div class="sec">
        <h2>Source</h2>
        <span class="r">
          <Check checked={draft.as === 'json'} disabled={!canTurn(draft)} onChange={onTurn}>
            as JSON <kbd>F4</kbd>
          </Check>
        </span>
      </div>
      {(draft.found?.length ?? 0) > LONGEST_EDITED ? (
        <p class="nothing mut">
          {name} has {draft.typed.length.toLocaleString('en')} characters, too many to edit here. Edit its
          parts, or open the row as text.
        </p>
      ) : (
        <SourceBoxField
          box={box}
          label={draft.as === 'json' ? `JSON of ${name}` : `Text of ${name}`}
          look={draft.as}
          value={draft.typed}
          invalid={mark?.look === 'error'}
          marked={mark}
          onInput={onType}
        />
      )}
    </section>
  );
}
