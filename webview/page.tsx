import { render } from 'preact';
import { App } from './App';
import { isAction } from '../src/protocol/actions';
import type { Action } from '../src/protocol/actions';
import type { PageApi } from '../src/protocol/page';
import { isTyping, registerControls } from './controls';
import { connectHost } from './host';
import type { Host } from './host';
import { perform } from './keys';
import type { LoadedRow } from './loaded-row';
import { Session } from './session';
import './style/page.css';
import { formulasOf } from './text/parsed-text';
import { TextContext } from './text/text-services';
import type { TextServices } from './text/text-services';
import { Typesetter } from './text/typeset';
import { TypesetQueue } from './text/typeset-queue';

/** What is in force between one opening and the next. */
interface Running {
  session: Session;
  services: Extract<TextServices, { kind: 'live' }>;
}

let running: Running | null = null;

const host: Host = connectHost({
  indexed: (progress) => void running?.session.indexed(progress),
  rowsChanged: (rows) => void running?.session.rowsChanged(rows),
  reopen: () => reopen(),
  act: (action) => act(action),
  goTo: (row) => void running?.session.show(row),
} satisfies PageApi);

/** Runs an action, unless a text box has the keys. */
function act(action: Action): void {
  if (!running || !isAction(action)) return;
  const { session } = running;
  if (session.state.dialog !== null && action !== 'showKeys') return;
  if (isTyping(document.activeElement)) return;
  if (goesAhead(action)) void perform(session, action);
  else void session.settled.then(() => perform(session, action));
}

/** Going through rows does not wait for each to be drawn; whatever is about the row in sight does. */
function goesAhead(action: Action): boolean {
  return action === 'nextRow' || action === 'previousRow' || action === 'goToRow';
}

/** A form that is being filled in is not taken away: the page begins anew when it is closed. */
function reopen(): void {
  const session = running?.session;
  if (session?.state.dialog !== 'flag') return void open();
  const stop = session.onChange(() => {
    if (session.state.dialog !== null) return;
    stop();
    void open();
  });
}

async function open(): Promise<void> {
  const opening = await host.open();
  const services: Running['services'] = {
    kind: 'live',
    typesetter: new Typesetter(opening.screenReader),
    queue: new TypesetQueue(),
    image: (file) => host.image(file),
  };
  const session = new Session(host, opening);
  running = { session, services };
  session.rows.onReadAhead = (row) => typesetAhead(row, services);
  session.onBeforeRow = () => services.queue.beginBurst();
  services.queue.beginBurst();
  await session.show(opening.row < opening.progress.rows || !opening.progress.complete ? opening.row : 0);
  draw(running);
}

function draw({ session, services }: Running): void {
  const root = document.getElementById('page');
  if (!root) return;
  render(
    <TextContext.Provider value={services}>
      <App key={session.id} session={session} act={act} />
    </TextContext.Provider>,
    root,
  );
}

/** The formulas of a row that is not yet in sight. */
function typesetAhead({ reading }: LoadedRow, { queue, typesetter }: Running['services']): void {
  const steps = reading.traces.flatMap((trace) => trace.steps.map(({ source }) => source));
  for (const source of [...reading.problem, ...reading.answers, ...steps]) {
    for (const { content, display } of formulasOf(source))
      queue.add(() => void typesetter.typeset(content, display));
  }
}

/** Tells the host whether keys are for labelling: the page has the focus, and no text box or form has it. */
function watchFocus(): void {
  let told: boolean | null = null;
  const look = () => {
    const focused = document.hasFocus();
    running?.session.setFocused(focused);
    const on =
      focused && !isTyping(document.activeElement) && document.querySelector('dialog[open]') === null;
    if (on !== told) void host.keysOn(on);
    told = on;
  };
  for (const event of ['focus', 'blur']) window.addEventListener(event, look);
  for (const event of ['focusin', 'focusout', 'close'])
    document.addEventListener(event, () => setTimeout(look), true);
  document.addEventListener('visibilitychange', look);
  new MutationObserver(look).observe(document.body, {
    attributes: true,
    attributeFilter: ['open'],
    subtree: true,
  });
  look();
}

window.addEventListener('resize', () => running?.session.resized());

/** The arrows change rows; they do not scroll as well. */
window.addEventListener('keydown', (event) => {
  if (isTyping(document.activeElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (['ArrowLeft', 'ArrowRight', 'Backspace'].includes(event.key)) event.preventDefault();
});

await registerControls();
await open();
watchFocus();
