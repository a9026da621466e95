import { useMemo } from 'preact/hooks';
import { stateOfTrace, tracesToLabel } from '../../src/core/annotation/labelling';
import type { LibraryEntry } from '../../src/core/profile/library-entry';
import type { Profile } from '../../src/core/profile/profile';
import { Acting } from '../acting';
import type { LoadedRow } from '../loaded-row';
import { loadRow } from '../loaded-row';
import { RowView } from '../reading/RowView';

const ALL_SHOWN = {
  hints: true,
  concepts: true,
  solution: true,
  guideline: false,
  others: true,
  source: false,
  rows: false,
  whole: false,
  changes: false,
  pinned: false,
};

interface MappedRowProps {
  row: LoadedRow;
  draft: Profile;
  library: ReadonlyMap<string, LibraryEntry>;
}

/** A row as it is read with the profile that is being made; what the checks found with another is not shown. */
export function MappedRow({ row, draft, library }: MappedRowProps) {
  const read = useMemo(
    () => loadRow({ ...row.packet, findings: [], standing: [], edited: false }, draft),
    [row, draft.roles, draft.keyed],
  );
  // drawn anew only when it is read otherwise: keys that are typed beside it do not wait
  return useMemo(() => drawn(read, library), [read, library]);
}

function drawn(read: LoadedRow, library: MappedRowProps['library']) {
  const traces = tracesToLabel(read.reading.traces).map((trace) => ({
    trace,
    state: stateOfTrace(trace, [], 'first-error'),
  }));
  return (
    <Acting.Provider value={null}>
      <RowView
        row={read}
        library={library}
        traces={traces}
        cursor={{ trace: 0, step: -1 }}
        shown={ALL_SHOWN}
      />
    </Acting.Provider>
  );
}
