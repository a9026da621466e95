import { pathText } from '../../src/core/row/json';
import type { JsonPath } from '../../src/core/row/json';
import type { FieldRole } from './field-roles';

/** Which field this is: its role in words, and its path. */
export function FieldHead({ path, role, note }: { path: JsonPath; role: FieldRole; note: string }) {
  return (
    <div class="field-head">
      {role.word && <b>{role.word}</b>}
      <code class="mut">{pathText(path) || 'the whole row'}</code>
      {note && <span class="mut">{note}</span>}
    </div>
  );
}
