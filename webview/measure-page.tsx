import { render } from 'preact';
import { isMeasureAction } from '../src/protocol/measure-page';
import type { MeasureAction, MeasureHostApi, MeasurePageApi } from '../src/protocol/measure-page';
import { connect } from '../src/protocol/rpc';
import { MeasureApp } from './measures/MeasureApp';
import './measures/measures.css';
import { MeasureSession } from './measures/measure-session';
import type { MeasureHost } from './measures/measure-session';
import { registerControls } from './toolkit';
import { watchKeys } from './watch-keys';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

let session: MeasureSession | null = null;

const vscode = acquireVsCodeApi();
const host: MeasureHost = connect<MeasureHostApi, MeasurePageApi>(
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
function act(action: MeasureAction): void {
  if (!session || !isMeasureAction(action)) return;
  if (session.state.keys && action !== 'showKeys') return;
  void session.perform(action);
}

async function open(): Promise<void> {
  const opening = await host.open();
  const opened = (session = new MeasureSession(host, opening));
  const root = document.getElementById('page');
  if (!root) return;
  render(<MeasureApp session={opened} act={act} />, root);
}

await registerControls();
await open();
watchKeys(
  (focused) => session?.setFocused(focused),
  (on) => host.keysOn(on),
);
