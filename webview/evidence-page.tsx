import { render } from 'preact';
import { isEvidenceAction } from '../src/protocol/evidence-page';
import type { EvidenceAction, EvidenceHostApi, EvidencePageApi } from '../src/protocol/evidence-page';
import { connect } from '../src/protocol/rpc';
import { EvidenceApp } from './evidence/EvidenceApp';
import './evidence/evidence.css';
import { EvidenceSession } from './evidence/evidence-session';
import type { EvidenceHost } from './evidence/evidence-session';
import { PictureBytes } from './pictures/picture-bytes';
import { CodeColourLoader } from './text/code-colour-loader';
import { TextContext } from './text/text-services';
import { Typesetter } from './text/typeset';
import { TypesetQueue } from './text/typeset-queue';
import { registerControls } from './toolkit';
import { watchKeys } from './watch-keys';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

let session: EvidenceSession | null = null;

const vscode = acquireVsCodeApi();
const host: EvidenceHost = connect<EvidenceHostApi, EvidencePageApi>(
  {
    changed: (opening) => void session?.changed(opening),
    judged: (hits) => session?.judged(hits),
    hasFocus: () => document.hasFocus(),
    act: (action) => act(action),
  },
  {
    post: (message) => vscode.postMessage(message),
    listen: (receive) => window.addEventListener('message', ({ data }) => receive(data)),
  },
);

/** Runs an action; while the keys are shown, only the one that hides them. */
function act(action: EvidenceAction): void {
  if (!session || !isEvidenceAction(action)) return;
  if (session.state.keys && action !== 'showKeys') return;
  void session.perform(action);
}

async function open(): Promise<void> {
  const opening = await host.open();
  const opened = (session = new EvidenceSession(host, opening));
  const queue = new TypesetQueue();
  opened.onBefore = () => queue.beginBurst();
  const services = {
    kind: 'live' as const,
    typesetter: new Typesetter(opening.screenReader),
    queue,
    pictures: new PictureBytes(() => Promise.reject(new Error('Open the row to see its pictures.'))),
    colours: new CodeColourLoader(),
  };
  const root = document.getElementById('page');
  if (!root) return;
  render(
    <TextContext.Provider value={services}>
      <EvidenceApp session={opened} act={act} />
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
