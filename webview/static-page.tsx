import { renderToString } from 'preact-render-to-string';
import { stateOfTrace, tracesToLabel } from '../src/core/annotation/labelling';
import type { StaticPage } from '../src/protocol/static-page';
import { loadRow } from './loaded-row';
import { RowView } from './reading/RowView';
import { colourPython } from './text/code-colours';
import { TextContext } from './text/text-services';

/** The reading view of one row, drawn once to a string of HTML. */
export const renderRow: StaticPage['renderRow'] = ({ packet, profile, library, images }) => {
  const row = loadRow(packet, profile);
  const traces = tracesToLabel(row.reading.traces).map((trace) => ({
    trace,
    state: stateOfTrace(trace, [], 'first-error'),
  }));
  return renderToString(
    <TextContext.Provider
      value={{ kind: 'static', images: new Map(Object.entries(images)), colouring: colourPython }}
    >
      <main class="sch static">
        <RowView
          row={row}
          library={new Map(library.map((entry) => [entry.id, entry]))}
          traces={traces}
          cursor={{ trace: 0, step: -1 }}
          shown={{
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
          }}
        />
      </main>
    </TextContext.Provider>,
  );
};
