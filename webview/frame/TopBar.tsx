import { useContext } from 'preact/hooks';
import type { Lack } from '../../src/core/profile/lacks';
import type { IndexProgress, View } from '../../src/protocol/page';
import { titleOfScheme } from '../../src/core/scheme/scheme';
import { actions } from '../../src/protocol/actions';
import type { Action } from '../../src/protocol/actions';
import { Act, KeyCap } from '../Act';
import { Acting } from '../acting';
import { Busy, Tabs } from '../controls';
import { Icon } from '../Icon';
import { isWhole } from '../page-state';
import type { PageState } from '../page-state';
import { keepFocus } from './keep-focus';

/** Which view this is of which dataset, which rows, and how to go to others. */
export function TopBar({ state }: { state: PageState }) {
  const { opening, view } = state;
  if (isWhole(state)) return <WholeBar state={state} />;
  return (
    <header class="top" onMouseDown={keepFocus}>
      <Views view={view} />
      {view === 'focus' && (
        <Act of="toggleRows" pressed={state.shown.rows}>
          Rows
        </Act>
      )}
      <span class="profile" title={`Why: ${opening.why}.`}>
        <Act of="chooseProfile">
          <span class="profile-name">{opening.profile.title}</span>
        </Act>
      </span>
      {opening.readOnly !== null && (
        <span class="mut" title={opening.readOnly}>
          Read-only
        </span>
      )}
      <Lacks lacks={opening.lacks} />
      {view === 'focus' && <FocusActs state={state} />}
      <LogFaults faults={opening.logFaults} />
      {view === 'focus' && <FocusPlace state={state} />}
      {view === 'table' && <TablePlace state={state} />}
      {view === 'group' && <GroupPlace state={state} />}
      {view === 'review' && <ReviewPlace state={state} />}
    </header>
  );
}

/** Calm figures, each in its own place: what is done, what is left, and how fast it goes. */
function WholeBar({ state }: { state: PageState }) {
  const { opening, number, labelledRows, begunRows, progress, pace, queue, row, gold, self } = state;
  const { scheme } = opening;
  const position = row?.packet.number === number ? row.packet.position : null;
  const everyRow = queue.query === '' && queue.sort === null;
  const [done, all] = everyRow ? [labelledRows - begunRows, progress.rows] : [position ?? 0, queue.rows];
  return (
    <header class="top whole-bar" onMouseDown={keepFocus}>
      <b>{opening.name}</b>
      <span class="mut">{scheme ? titleOfScheme(scheme) : 'Steps and verdict'}</span>
      <span class="num">
        Row {(number + 1).toLocaleString('en')}{' '}
        <span class="mut">of {progress.rows.toLocaleString('en')}</span>
      </span>
      <span class="r pace num">
        <progress class="prog" max={Math.max(all, 1)} value={done} aria-label={`${done} of ${all} done`} />
        <span>{done.toLocaleString('en')} done</span>
        <span>{Math.max(0, all - done).toLocaleString('en')} left</span>
        <span title="Of your labels whose answer is known, so many are as expected. Only you see this.">
          {gold && `${gold.same.toLocaleString('en')} of ${gold.all.toLocaleString('en')} as known`}
        </span>
        {self && (
          <span title="Of your labels of rows that came to you twice, so many are the same both times. Only you see this.">
            {self.same.toLocaleString('en')} of {self.all.toLocaleString('en')} as before
          </span>
        )}
        <span>{pace === null ? '' : `${pace.toLocaleString('en')} an hour`}</span>
      </span>
      <Act of="wholeWindow" pressed>
        Leave
      </Act>
    </header>
  );
}

const VIEWS: { id: View; action: Action; title: string }[] = [
  { id: 'focus', action: 'viewFocus', title: 'Focus' },
  { id: 'table', action: 'viewTable', title: 'Table' },
  { id: 'group', action: 'viewGroup', title: 'Group' },
  { id: 'review', action: 'viewReview', title: 'Review' },
];

function Views({ view }: { view: View }) {
  const act = useContext(Acting);
  const tabs = VIEWS.map(({ id, action, title }) => ({
    id,
    title: actions[action].title,
    content: (
      <>
        <span class="name">{title}</span> <KeyCap of={action} />
      </>
    ),
  }));
  return (
    <Tabs
      label="View"
      chosen={view}
      tabs={tabs}
      onChoose={(chosen) => act?.(VIEWS.find(({ id }) => id === chosen)?.action ?? 'viewFocus')}
    />
  );
}

function FocusActs({ state }: { state: PageState }) {
  const { scheme } = state.opening;
  return (
    <>
      {scheme ? (
        <span class="mode scheme">
          <Act of="chooseScheme">
            <span class="scheme-title" title={titleOfScheme(scheme)}>
              {titleOfScheme(scheme)}
            </span>
          </Act>
        </span>
      ) : (
        <Act of="toggleMode" class="mode">
          {state.mode === 'first-error' ? 'First error' : 'Every step'}
        </Act>
      )}
      <Act of="wholeWindow" class="hide-middling">
        Whole
      </Act>
      <Act of="toggleSource" class="hide-narrow" pressed={state.shown.source}>
        Source
      </Act>
    </>
  );
}

function FocusPlace({ state: { progress, number } }: { state: PageState }) {
  return (
    <>
      <span class="r num">
        Row {(number + 1).toLocaleString('en')}{' '}
        <span class="mut">of {progress.rows.toLocaleString('en')}</span>
      </span>
      {!progress.complete && progress.failure === null && <Busy>{percentRead(progress)} %</Busy>}
      {progress.failure !== null && <span class="fault">{progress.failure}</span>}
      <Act of="goToRow" class="hide-narrow">
        Go to
      </Act>
      <Act of="previousRow">
        <span class="way">Previous</span>
      </Act>
      <Act of="nextRow">
        <span class="way">Next</span>
      </Act>
    </>
  );
}

function TablePlace({ state: { queue, progress } }: { state: PageState }) {
  const all = progress.rows.toLocaleString('en');
  const found = queue.query === '' ? null : queue.rows.toLocaleString('en');
  return (
    <>
      <span class="r num counts">
        <b>{found ?? all}</b>{' '}
        <span class="mut">
          {found !== null && `of ${all} `}rows{howFar(progress)}
        </span>
      </span>
      {progress.failure !== null && <span class="fault">{progress.failure}</span>}
      <Act of="chooseColumns">Columns</Act>
    </>
  );
}

function GroupPlace({ state: { group } }: { state: PageState }) {
  const found = group?.found;
  const here = found?.groups[group?.at ?? 0];
  const count = found?.groups.length ?? 0;
  return (
    <>
      <span class="r num">
        {here && (
          <>
            Row {((group?.cursor ?? 0) + 1).toLocaleString('en')}{' '}
            <span class="mut">of {here.size.toLocaleString('en')} in this group</span>
          </>
        )}
      </span>
      {found && found.share < 1 && found.failure === null && <Busy>{Math.floor(100 * found.share)} %</Busy>}
      {count > 1 && <Act of="previousGroup">{`Group ${(group?.at ?? 0) + 1} of ${count}`}</Act>}
      {count > 1 && <Act of="nextGroup">Next</Act>}
    </>
  );
}

function ReviewPlace({ state: { queue, row, number } }: { state: PageState }) {
  const position = row?.packet.number === number ? row.packet.position : null;
  return (
    <>
      <span class="r num">
        {position === null ? (
          `Row ${(number + 1).toLocaleString('en')}`
        ) : (
          <>
            Item {(position + 1).toLocaleString('en')}{' '}
            <span class="mut">of {queue.rows.toLocaleString('en')}</span>
          </>
        )}
      </span>
      {queue.underWay !== null && <Busy>{Math.floor(100 * queue.underWay)} %</Busy>}
      <Act of="previousRow">
        <span class="way">Previous</span>
      </Act>
      <Act of="nextRow">
        <span class="way">Next</span>
      </Act>
    </>
  );
}

/** Rows that are not indexed are not counted, and that is said. */
function howFar(progress: IndexProgress): string {
  if (progress.failure !== null) return ' so far';
  return progress.complete ? ', all indexed' : ` so far, ${percentRead(progress)} %`;
}

function percentRead({ bytesRead, bytesTotal }: IndexProgress): number {
  return Math.floor((100 * bytesRead) / Math.max(bytesTotal, 1));
}

/** The profile names fields that no row has: the row reads with what is left, and the mapping editor mends it. */
function Lacks({ lacks }: { lacks: Lack[] }) {
  if (lacks.length === 0) return null;
  const words = lacks.map(({ name, suggestion }) =>
    suggestion ? `${name} (now ${suggestion.name}?)` : name,
  );
  return (
    <span class="lacks" title={`No row has ${words.join(', ')}`}>
      <Icon name="warning" />
      <Act of="mapFields">{lacks.length === 1 ? '1 field missing' : `${lacks.length} fields missing`}</Act>
    </span>
  );
}

/** Lines of the annotation logs that are no events: they stay in their files, and people are told which. */
function LogFaults({ faults }: { faults: string[] }) {
  if (faults.length === 0) return null;
  const words = faults.length === 1 ? '1 unreadable log line' : `${faults.length} unreadable log lines`;
  return (
    <span class="log-faults" title={faults.join('\n')}>
      <Icon name="warning" />
      <span>{words}</span>
    </span>
  );
}
