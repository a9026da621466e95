import { render } from 'preact';
import { App } from './App';
import { isAction } from '../src/protocol/actions';
import type { Action } from '../src/protocol/actions';
import type { JsonPath } from '../src/core/row/json';
import type { RowPass } from '../src/core/queue/queue-order';
import type { DecidedPlace, PageApi } from '../src/protocol/page';
import { isControl, isTyping } from './controls';
import { registerControls } from './toolkit';
import { AnswerSession } from './answer-session';
import { CutSession } from './cut-session';
import { GroupSession } from './group-session';
import { connectHost } from './host';
import type { Host } from './host';
import { KeyTurns } from './key-turns';
import { perform } from './keys';
import type { Sessions } from './keys';
import type { LoadedRow } from './loaded-row';
import { firstState } from './page-state';
import { ReviewSession } from './review-session';
import { Session } from './session';
import { Store } from './store';
import { TableSession } from './table-session';
import './style/page.css';
import { formulasOf } from './text/parsed-text';
import { PictureBytes } from './pictures/picture-bytes';
import { CodeColourLoader } from './text/code-colour-loader';
import { TextContext } from './text/text-services';
import type { TextServices } from './text/text-services';
import { Typesetter } from './text/typeset';
import { TypesetQueue } from './text/typeset-queue';
import { viewTurning } from './turn-to-view';
import { mayBeTyped, watchKeys } from './watch-keys';

/** What is in force between one opening and the next. */
interface Running extends Sessions {
  services: Extract<TextServices, { kind: 'live' }>;
}

let running: Running | null = null;

const host: Host = connectHost({
  indexed: (progress) => void running?.table.indexed(progress),
  queueChanged: (queue) => running?.table.queueChanged(queue),
  columnsChanged: (columns) => running?.table.columnsChanged(columns),
  statistics: (columns, share) => running?.table.counted(columns, share),
  rowsChanged: (rows) => {
    void running?.session.inSight.rowsChanged(rows);
    void running?.group.refresh('rows');
  },
  linksChanged: () => {
    void running?.group.refresh('links');
    running?.answers.linksChanged();
  },
  reopen: () => reopen(),
  hasFocus: () => document.hasFocus(),
  act: (action) => (action === 'showKeys' || !mayBeTyped()) && actByKey(action),
  goTo: (row, path, at, again, about) => goTo({ number: row, again: again ?? false }, path, at, about),
} satisfies PageApi);

/** Runs the action of a key, unless the key presses what has the focus. */
function actByKey(action: Action): void {
  if (!PRESSES.includes(action) || !isControl(document.activeElement)) act(action);
}

const PRESSES: Action[] = ['openRow', 'selectRow', 'openMember', 'confirmAnswer', 'decideByName'];

/** Runs an action, unless a text box has the keys. */
function act(action: Action): void {
  if (!running || !isAction(action) || !isMeant(action, running)) return;
  if (goesAhead(action) && turns.idle) void run(running, action);
  else
    turns.take(
      () => viewTurning() ?? running?.session.inSight.settled,
      () => void (running && isMeant(action, running) && run(running, action)),
    );
}

const turns = new KeyTurns(reportError);

/** What cannot be done is said in the bar. */
async function run(sessions: Running, action: Action): Promise<void> {
  try {
    await perform(sessions, action);
  } catch (error) {
    reportError(error);
    await sessions.session.ask(() => Promise.reject(error));
  }
}

/** Whether an action is for the page, and not for a form or a text box. */
function isMeant(action: Action, { session }: Running): boolean {
  if (isTyping(document.activeElement)) return false;
  return session.state.dialog === null || action === 'showKeys';
}

/** Going through rows does not wait for each to be drawn; whatever is about the row in sight does. */
function goesAhead(action: Action): boolean {
  return action === 'nextRow' || action === 'previousRow' || action === 'goToRow';
}

/** A form that is being filled in is not taken away: the page begins anew when it is closed. */
function reopen(): void {
  const session = running?.session;
  if (!session || !isFilledIn(session)) return void open();
  const stop = session.onChange(() => {
    if (session.state.dialog !== null) return;
    stop();
    void open();
  });
}

/** Whether there is a form in which something may be typed. */
function isFilledIn({ state: { dialog } }: Session): boolean {
  return dialog !== null && dialog !== 'keys';
}

/** Shows a row; not while a form is filled in, whose text would be lost. */
function goTo(row: RowPass, path: JsonPath | null, at = 0, about?: DecidedPlace): void {
  if (!running) return;
  const { session, table, answers } = running;
  const show = async () => {
    await table.goToPlace(row, path, at);
    if (about && session.inSight.isAt(row)) answers.goToDecided(about);
  };
  if (!isFilledIn(session)) return void session.inSight.occupy(show());
  const waits = `Row ${row.number + 1} is shown when you have left this form.`;
  void session.ask(() => Promise.reject(new Error(waits)));
  const stop = session.onChange(() => {
    if (isFilledIn(session)) return;
    stop();
    void session.inSight.occupy(show());
  });
}

async function open(): Promise<void> {
  const opening = await host.open();
  const services: Running['services'] = {
    kind: 'live',
    typesetter: new Typesetter(opening.screenReader),
    queue: new TypesetQueue(),
    pictures: new PictureBytes((file) => host.image(file)),
    colours: new CodeColourLoader(),
  };
  const store = new Store(firstState(opening));
  const session = new Session(host, store);
  const table = new TableSession(host, store, session);
  const group = new GroupSession(host, store, session);
  const review = new ReviewSession(host, store, session);
  const answers = new AnswerSession(host, store, session);
  const cuts = new CutSession(store, session);
  running = { session, answers, cuts, table, group, review, services };
  session.inSight.rows.onReadAhead = (row) => typesetAhead(row, services);
  session.inSight.onBeforeRow = () => services.queue.beginBurst();
  session.inSight.whenPainted = (then) => services.queue.whenPainted(then);
  services.queue.beginBurst();
  const isThere = opening.row < opening.progress.rows || !opening.progress.complete;
  await session.inSight.show(isThere ? opening.row : 0, isThere && opening.again);
  if (opening.view === 'group') await group.show(session.state.number);
  draw(running);
}

function draw({ services, ...sessions }: Running): void {
  const root = document.getElementById('page');
  if (!root) return;
  render(
    <TextContext.Provider value={services}>
      <App key={sessions.session.id} {...sessions} act={act} />
    </TextContext.Provider>,
    root,
  );
}

/** The formulas of a row that is not yet in sight. */
function typesetAhead({ reading }: LoadedRow, { queue, typesetter }: Running['services']): void {
  const steps = reading.traces.flatMap((trace) => trace.steps.map(({ source }) => source));
  for (const source of [...reading.problem, ...reading.answers, ...steps]) {
    queue.addAhead(() => {
      for (const { content, display } of formulasOf(source))
        queue.addAhead(() => void typesetter.typeset(content, display));
    });
  }
}

window.addEventListener('resize', () => running?.session.resized());

/** The arrows change rows; they do not scroll as well. Nor do the others that are bound to an act. */
const KEYS_OF_ACTIONS = ['ArrowLeft', 'ArrowRight', 'Backspace'];

window.addEventListener('keydown', (event) => {
  if (isTyping(document.activeElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (KEYS_OF_ACTIONS.includes(event.key) && !isControl(document.activeElement)) event.preventDefault();
});

await registerControls();
await open();
watchKeys(
  (focused) => running?.session.setFocused(focused),
  (on) => host.keysOn(on),
  () => isTyping(document.activeElement),
);
