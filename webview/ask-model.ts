import type { AnswerTarget } from '../src/core/annotation/event';
import type { AnswerSession } from './answer-session';
import type { Session } from './session';

/** Asks a model about the trace in hand, or the scheme's questions about the part in hand. */
export async function askModel(session: Session, answers: AnswerSession): Promise<void> {
  const { row, number } = session.state;
  const inHand = answers.asks ? answers.current?.target : traceInHand(session);
  if (!row || !inHand)
    return answers.say(answers.asks ? answers.nothing : 'This row has no steps to ask about.');
  await session.ask((host) => host.askModel({ number, hash: row.packet.hash }, inHand));
}

function traceInHand({ traces, state }: Session): AnswerTarget | null {
  const trace = traces[state.cursor.trace]?.trace;
  return trace ? { kind: 'trace', trace: trace.id } : null;
}
