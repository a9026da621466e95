import type { HostApi, PageApi } from '../src/protocol/page';
import { connect } from '../src/protocol/rpc';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

/** The host as this page sees it. Calls answer once the host has. */
export type Host = ReturnType<typeof connect<HostApi, PageApi>>;

/** Begins the conversation with the host. */
export function connectHost(page: PageApi): Host {
  const vscode = acquireVsCodeApi();
  return connect<HostApi, PageApi>(page, {
    post: (message) => vscode.postMessage(message),
    listen: (receive) => window.addEventListener('message', ({ data }) => receive(data)),
  });
}
