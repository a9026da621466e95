import { useMemo } from 'preact/hooks';
import type { Reading } from '../../src/core/profile/reading';
import { FieldHead } from './FieldHead';
import { fieldsInReadingOrder, roleOf, rolesOf } from './field-roles';
import type { RowField } from './field-roles';
import { FieldValue } from './FieldValue';
import type { LoadedSide } from './loaded-difference';

/** A row that stands alone, field by field in reading order. */
export function RowFields({ side: { parsed, reading } }: { side: LoadedSide }) {
  const fields = useMemo(
    () => (parsed.kind === 'value' ? fieldsInReadingOrder(parsed.value, rolesOf(reading)) : []),
    [parsed, reading],
  );
  return <FieldList fields={fields} reading={reading} />;
}

/** More fields than this are not drawn: the source has them all. */
const MOST = 200;

export function FieldList({ fields, reading }: { fields: RowField[]; reading: Reading }) {
  const roles = useMemo(() => rolesOf(reading), [reading]);
  return (
    <div class="field-list">
      {fields.slice(0, MOST).map(({ path, value }) => {
        const role = roleOf(roles, path);
        return (
          <section class="field-alone">
            <FieldHead path={path} role={role} note="" />
            <FieldValue value={value} role={role} />
          </section>
        );
      })}
      {fields.length > MOST && (
        <p class="notice">and {(fields.length - MOST).toLocaleString('en')} more: see the source.</p>
      )}
    </div>
  );
}
