import { render } from 'preact';
import { isConceptAction } from '../src/protocol/concept-page';
import type { ConceptAction, ConceptHostApi, ConceptPageApi } from '../src/protocol/concept-page';
import { connect } from '../src/protocol/rpc';
import { ConceptApp } from './concepts/ConceptApp';
import './concepts/concepts.css';
import { ConceptSession } from './concepts/concept-session';
import type { ConceptHost } from './concepts/concept-session';
import { registerControls } from './toolkit';
import { watchKeys } from './watch-keys';
import { PictureBytes } from './pictures/picture-bytes';
import { CodeColourLoader } from './text/code-colour-loader';
import { TextContext } from './text/text-services';
import { Typesetter } from './text/typeset';
import { TypesetQueue } from './text/typeset-queue';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

let session: ConceptSession | null = null;

const vscode = acquireVsCodeApi();
const host: ConceptHost = connect<ConceptHostApi, ConceptPageApi>(
  {
    changed: (opening) => session?.changed(opening),
    act: (action) => act(action),
  },
  {
    post: (message) => vscode.postMessage(message),
    listen: (receive) => window.addEventListener('message', ({ data }) => receive(data)),
  },
);

/** Runs an action; while the keys are shown, only the one that hides them. */
function act(action: ConceptAction): void {
  if (!session || !isConceptAction(action)) return;
  if (session.state.keys && action !== 'showKeys') return;
  void session.perform(action);
}

async function open(): Promise<void> {
  const opening = await host.open();
  const opened = (session = new ConceptSession(host, opening));
  const services = {
    kind: 'live' as const,
    typesetter: new Typesetter(opening.screenReader),
    queue: new TypesetQueue(),
    pictures: new PictureBytes(() => Promise.reject(new Error('A library’s images are not shown here.'))),
    colours: new CodeColourLoader(),
  };
  const root = document.getElementById('page');
  if (!root) return;
  render(
    <TextContext.Provider value={services}>
      <ConceptApp session={opened} act={act} />
    </TextContext.Provider>,
    root,
  );
}

await registerControls();
await open();
watchKeys(
  (focused) => session?.setFocused(focused),
  (on) => host.keysOn(on),
);
