import { useEffect, useState } from 'preact/hooks';
import type { MappingStart } from '../../src/protocol/mapping';
import type { LoadedRow } from '../loaded-row';
import type { Session } from '../session';
import { MappingForm } from './MappingForm';

interface MappingFormsProps {
  session: Session;
  onClose: () => void;
}

/** The mapping editor, if it is asked for. */
export function MappingForms({ session, onClose }: MappingFormsProps) {
  return session.state.dialog === 'mapping' ? <MappingOfRow session={session} onClose={onClose} /> : null;
}

/** Begins with the row in hand; other rows are looked at without going there. */
function MappingOfRow({ session, onClose }: MappingFormsProps) {
  const [start, setStart] = useState<MappingStart | null>(null);
  const [row, setRow] = useState<LoadedRow | null>(session.state.row);
  useEffect(() => {
    session.mapping().then(setStart, onClose);
  }, [session]);
  if (!start || !row) return null;
  const go = (by: 1 | -1) => {
    const number = row.packet.number + by;
    if (number < 0 || number >= session.state.progress.rows) return;
    session.inSight.rows.whole(number).then(
      (found) => found && setRow(found),
      () => undefined, // the row in sight stays
    );
  };
  return (
    <MappingForm
      start={start}
      row={row}
      library={session.state.library}
      onGo={go}
      onSave={(profile) => session.saveMapping(profile)}
      onLeave={onClose}
    />
  );
}
