import { createBirpc } from 'birpc';

/** A message port as both sides of a webview have it. */
export interface Port {
  post(message: unknown): void;
  listen(receive: (message: unknown) => void): void;
}

/**
 * Calls the other side's functions, and answers its calls with `own`. An error crosses with its name and message:
 * a bare Error would arrive empty. No call times out: a slow disk is not a failure.
 */
export function connect<Remote extends object, Own extends object>(own: Own, port: Port) {
  return createBirpc<Remote, Own>(own, {
    post: (message: unknown) => port.post(message),
    on: (receive) => port.listen((message) => isCall(message) && receive(message)),
    serialize: (message: { e?: unknown }) =>
      'e' in message ? { ...message, e: plainError(message.e) } : message,
    deserialize: (message: { e?: PlainError }) =>
      message.e ? { ...message, e: realError(message.e) } : message,
    resolver: (name, found) => (Object.hasOwn(own, name) ? found : undefined),
    timeout: -1,
    bind: 'functions',
  });
}

function isCall(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 't' in message;
}

interface PlainError {
  name: string;
  message: string;
}

function plainError(error: unknown): PlainError {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) };
  return { name, message };
}

function realError({ name, message }: PlainError): Error {
  return Object.assign(new Error(message), { name });
}
