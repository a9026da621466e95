import { useMemo } from 'preact/hooks';
import { placeOf } from '../../src/core/compare/field-diff';
import type { FieldChange } from '../../src/core/compare/field-diff';
import { textDiff } from '../../src/core/compare/text-diff';
import { CompareAct } from './CompareAct';
import { fieldsInReadingOrder, leavesOf, pathKey, roleOf, rolesOf } from './field-roles';
import type { FieldRole, RowField } from './field-roles';
import { FieldHead } from './FieldHead';
import { FieldValue } from './FieldValue';
import type { LoadedDifference, LoadedSide } from './loaded-difference';
import { partingsOf } from './partings';
import { FieldList } from './RowFields';

/** More changed fields than this are not drawn: the source has them all. */
const MOST = 200;

/** Each field that differs, its two versions side by side. */
export function ChangedFields({ difference: { changes, older, newer } }: { difference: LoadedDifference }) {
  const roles = useMemo(
    () => new Map([...(older ? rolesOf(older.reading) : []), ...(newer ? rolesOf(newer.reading) : [])]),
    [older, newer],
  );
  const partings = useMemo(
    () => (older && newer ? partingsOf(older.reading, newer.reading) : new Map<string, number>()),
    [older, newer],
  );
  const fields = useMemo(() => changes?.flatMap(inFields) ?? [], [changes]);
  return (
    <>
      {fields.slice(0, MOST).map((change) => (
        <ChangedField
          change={change}
          role={roleOf(roles, placeOf(change))}
          parting={partings.get(pathKey(placeOf(change))) ?? null}
        />
      ))}
      {fields.length > MOST && (
        <p class="notice">and {(fields.length - MOST).toLocaleString('en')} more: see the source.</p>
      )}
    </>
  );
}

/** What was added or removed as a whole, field by field. */
function inFields(change: FieldChange): FieldChange[] {
  switch (change.kind) {
    case 'added':
      return leavesOf(change.after, change.path).map(({ path, value }) => ({
        ...change,
        path,
        after: value,
      }));
    case 'removed':
      return leavesOf(change.before, change.oldPath).map(({ path, value }) => ({
        ...change,
        oldPath: path,
        before: value,
      }));
    case 'changed':
      return [change];
  }
}

interface ChangedFieldProps {
  change: FieldChange;
  role: FieldRole;
  /** The step in it (0-based) at which the two versions of its trace part. */
  parting: number | null;
}

function ChangedField({ change, role, parting }: ChangedFieldProps) {
  const notes = [
    change.kind === 'changed' ? '' : change.kind,
    parting === null ? '' : `the versions part at step ${parting + 1}`,
  ];
  return (
    <section class="field-change pair">
      <FieldHead path={placeOf(change)} role={role} note={notes.filter(Boolean).join(', ')} />
      <div class="head-beside" />
      {change.kind === 'changed' ? (
        <TwoVersions change={change} role={role} />
      ) : (
        <OneVersion change={change} role={role} />
      )}
    </section>
  );
}

type Changed = Extract<FieldChange, { kind: 'changed' }>;

function TwoVersions({ change: { before, after, written }, role }: { change: Changed; role: FieldRole }) {
  const diff = useMemo(
    () =>
      typeof before === 'string' && typeof after === 'string' ? textDiff(before, after, role.dialect) : null,
    [before, after, role],
  );
  return (
    <>
      <div class="before">
        <FieldValue value={before} role={role} spans={diff?.before} written={written?.before} />
      </div>
      <div class="after">
        <FieldValue value={after} role={role} spans={diff?.after} written={written?.after} />
      </div>
    </>
  );
}

function OneVersion({ change, role }: { change: Exclude<FieldChange, Changed>; role: FieldRole }) {
  const nothing = <div class="nothing mut">not there</div>;
  return (
    <>
      {change.kind === 'added' && nothing}
      <div class={change.kind === 'added' ? 'after' : 'before'}>
        <FieldValue value={change.kind === 'added' ? change.after : change.before} role={role} />
      </div>
      {change.kind === 'removed' && nothing}
    </>
  );
}

/** The fields of a changed row that are the same in both versions, folded to a line until they are asked for. */
export function UnchangedFields({ difference, open }: { difference: LoadedDifference; open: boolean }) {
  const { changes, newer } = difference;
  const fields = useMemo(() => (newer && changes ? unchangedFields(newer, changes) : []), [newer, changes]);
  if (!newer || fields.length === 0) return null;
  return (
    <section class="unchanged">
      <div class="sec">
        <h2>Unchanged fields</h2>
        <span class="num">{fields.length.toLocaleString('en')}</span>
        <span class="r">
          <CompareAct of="toggleUnchanged" expanded={open}>
            {open ? 'Fold' : 'Unfold'}
          </CompareAct>
        </span>
      </div>
      {open && <FieldList fields={fields} reading={newer.reading} />}
    </section>
  );
}

function unchangedFields({ parsed, reading }: LoadedSide, changes: FieldChange[]): RowField[] {
  if (parsed.kind !== 'value') return [];
  const changed = new Set(
    changes.flatMap((change) => (change.kind === 'removed' ? [] : [pathKey(change.path)])),
  );
  return fieldsInReadingOrder(parsed.value, rolesOf(reading)).filter(
    ({ path }) => !path.some((_, depth) => changed.has(pathKey(path.slice(0, depth + 1)))),
  );
}
