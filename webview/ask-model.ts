import type { Session } from './session';

/** Asks a model about the trace in hand. */
export async function askModel(session: Session): Promise<void> {
  const { row, number, cursor } = session.state;
  const trace = session.traces[cursor.trace]?.trace;
  await session.ask((host) =>
    row && trace
      ? host.askModel({ number, hash: row.packet.hash }, trace.id)
      : Promise.reject(new Error('This row has no steps to ask about.')),
  );
}
