import { render } from 'preact';
import { isCompareAction } from '../src/protocol/compare-page';
import type { CompareAction, CompareHostApi, ComparePageApi } from '../src/protocol/compare-page';
import { connect } from '../src/protocol/rpc';
import { CompareApp } from './compare/CompareApp';
import './compare/compare.css';
import { CompareSession } from './compare/compare-session';
import type { CompareHost } from './compare/compare-session';
import { registerControls } from './toolkit';
import { PictureBytes } from './pictures/picture-bytes';
import { CodeColourLoader } from './text/code-colour-loader';
import { TextContext } from './text/text-services';
import { Typesetter } from './text/typeset';
import { TypesetQueue } from './text/typeset-queue';
import { watchKeys } from './watch-keys';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

let session: CompareSession | null = null;

const vscode = acquireVsCodeApi();
const host: CompareHost = connect<CompareHostApi, ComparePageApi>(
  {
    changed: (opening) => void session?.changed(opening),
    act: (action) => act(action),
  },
  {
    post: (message) => vscode.postMessage(message),
    listen: (receive) => window.addEventListener('message', ({ data }) => receive(data)),
  },
);

/** Runs an action; while the keys are shown, only the one that hides them. */
function act(action: CompareAction): void {
  if (!session || !isCompareAction(action)) return;
  if (session.state.shown.keys && action !== 'showKeys') return;
  void session.perform(action);
}

async function open(): Promise<void> {
  const opening = await host.open();
  const opened = (session = new CompareSession(host, opening));
  const queue = new TypesetQueue();
  opened.onBefore = () => queue.beginBurst();
  const services = {
    kind: 'live' as const,
    typesetter: new Typesetter(opening.screenReader),
    queue,
    pictures: new PictureBytes((file) => host.image(file)),
    colours: new CodeColourLoader(),
  };
  const root = document.getElementById('page');
  if (!root) return;
  render(
    <TextContext.Provider value={services}>
      <CompareApp session={opened} act={act} />
    </TextContext.Provider>,
    root,
  );
  await opened.changed(opening);
}

await registerControls();
await open();
watchKeys(
  (focused) => session?.setFocused(focused),
  (on) => host.keysOn(on),
);
