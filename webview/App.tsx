import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { actions } from '../src/protocol/actions';
import type { Action } from '../src/protocol/actions';
import { Acting } from './acting';
import type { AnswerSession } from './answer-session';
import { takeMarked } from './asking/take-marked';
import { rowAskingOf } from './asking/row-asking-of';
import type { CutSession } from './cut-session';
import { EditForms } from './edit/EditForms';
import { aboutTarget } from './forms/about-target';
import { AnswerForm } from './forms/AnswerForm';
import { FlagForm } from './forms/FlagForm';
import { LabelForms } from './forms/LabelForms';
import { KeysSheet } from './forms/KeysSheet';
import type { RowPass } from '../src/core/queue/queue-order';
import type { Medium } from '../src/core/profile/reading';
import { pictureKey, rowPictures } from '../src/core/profile/row-pictures';
import { PictureDialog } from './pictures/PictureDialog';
import { EnlargeContext } from './pictures/row-pictures';
import { TagForms } from './forms/TagForms';
import { MappingForms } from './mapping/MappingForms';
import { Footer } from './frame/Footer';
import { OtherKind } from './frame/OtherKind';
import { QueryLine } from './frame/QueryLine';
import { TopBar } from './frame/TopBar';
import type { GroupSession } from './group-session';
import { GroupView } from './group/GroupView';
import { isWhole } from './page-state';
import type { PageState } from './page-state';
import { partsReader } from './reading/read-parts';
import { RowView } from './reading/RowView';
import { ReviewView } from './review/ReviewView';
import type { ReviewSession } from './review-session';
import { RowList } from './rows/RowList';
import type { Session } from './session';
import { TableView } from './table/TableView';
import type { TableSession } from './table-session';
import { FoundContext, foundText } from './text/found-text';

interface AppProps {
  session: Session;
  answers: AnswerSession;
  cuts: CutSession;
  table: TableSession;
  group: GroupSession;
  review: ReviewSession;
  act: (action: Action) => void;
}

const KEYS = Object.values(actions);

/** The whole page: bars, query, the row that is read or the table of rows, forms. */
export function App({ session, answers, cuts, table, group, review, act }: AppProps) {
  const [state, setState] = useState(session.state);
  useLayoutEffect(() => {
    const show = () => setState(session.state);
    show(); // what changed between drawing and now
    return session.onChange(show);
  }, [session]);
  const close = useCallback(() => session.setDialog(null), [session]);
  const { traces } = session;
  const { query } = state.queue;
  const found = useMemo(() => foundText(query), [query]);
  return (
    <Acting.Provider value={act}>
      <main class={`sch ${isWhole(state) ? 'whole' : ''}`}>
        <TopBar state={state} />
        <div class="view">
          <OtherKind kind={state.opening.otherKind} />
          {!isWhole(state) && <QueryLine state={state} table={table} onLeave={leaveQuery} />}
          <FoundContext.Provider value={found}>
            {state.view === 'table' ? (
              <TableView state={state} table={table} />
            ) : state.view === 'group' ? (
              <GroupView state={state} group={group} />
            ) : state.view === 'review' ? (
              <ReviewView state={state} review={review} cuts={cuts} />
            ) : (
              <FocusView state={state} session={session} answers={answers} table={table} />
            )}
          </FoundContext.Provider>
        </div>
        <Footer state={state} traces={traces} answers={answers} cuts={cuts} review={review} />
        {state.dialog === 'flag' && (
          <FlagForm
            about={aboutTarget(session, session.targetAtCursor())}
            onFlag={(flag) => void session.flag(flag)}
            onClose={close}
          />
        )}
        {state.dialog === 'answer' && (
          <AnswerForm
            threads={session.threadsInHand}
            onAnswer={(thread, comment, change) => void session.answer(thread, comment, change)}
            onClose={close}
          />
        )}
        <LabelForms session={session} answers={answers} review={review} onClose={close} />
        <TagForms session={session} onClose={close} />
        <PictureDialog session={session} onClose={close} />
        <EditForms session={session} onClose={close} />
        <MappingForms session={session} onClose={close} />
        {state.dialog === 'keys' && (
          <KeysSheet
            keys={KEYS}
            guideline={rowAskingOf(state, session, answers)?.guideline}
            onClose={close}
          />
        )}
      </main>
    </Acting.Provider>
  );
}

/** One row, with the list of rows beside it. */
function FocusView({
  state,
  session,
  answers,
  table,
}: { state: PageState } & Omit<AppProps, 'act' | 'cuts' | 'group' | 'review'>) {
  const load = useCallback((from: number, count: number) => table.list(from, count), [table]);
  const pick = useCallback(
    ({ number: to, again }: RowPass) => void session.inSight.show(to, again),
    [session],
  );
  const enlarge = useCallback(
    (medium: Medium) => {
      const list = session.state.row ? rowPictures(session.state.row.reading) : [];
      session.lookAtPictures(
        Math.max(
          0,
          list.findIndex((each) => pictureKey(each) === pictureKey(medium)),
        ),
      );
    },
    [session],
  );
  const readPart = useMemo(() => partsReader(session), [session]);
  const readEarlier = useCallback((hash: string) => session.earlierRow(hash), [session]);
  const { row, number, progress, queue, shown } = state;
  return (
    <div
      onMouseUp={() => takeMarked(answers)}
      class={`body ${shown.rows && !shown.whole ? 'with-rows' : 'without-rows'}`}
      style={{ '--row-digits': state.progress.rows.toLocaleString('en').length }}
    >
      <RowList
        rows={queue.rows}
        current={state}
        position={row?.packet.number === number ? row.packet.position : null}
        version={state.listVersion}
        labelledHere={state.labelledHere}
        load={load}
        onPick={pick}
      />
      {row ? (
        <EnlargeContext.Provider value={enlarge}>
          <RowView
            {...state}
            row={row}
            traces={session.traces}
            asking={rowAskingOf(state, session, answers)}
            readPart={readPart}
            readEarlier={readEarlier}
            onPick={({ trace, step }) => session.move({ trace, step })}
          />
        </EnlargeContext.Provider>
      ) : (
        <Empty rows={progress.rows} complete={progress.complete} />
      )}
    </div>
  );
}

/** The focus goes from the query's box to the table, else to the page. */
function leaveQuery(): void {
  const grid = document.querySelector<HTMLElement>('[role=grid], .member.cur');
  if (grid) return grid.focus({ preventScroll: true });
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Nothing to read: says why, and what to do. */
function Empty({ rows, complete }: { rows: number; complete: boolean }) {
  if (!complete || rows > 0) return <div class="reading" />;
  return (
    <div class="reading empty">
      <p>This file has no rows yet.</p>
      <p class="mut">A dataset has one JSON object a line. Rows appear here as soon as the file has some.</p>
    </div>
  );
}
