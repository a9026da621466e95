import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { Act } from '../Act';
import { Icon } from '../Icon';

/** The flags on one target, each with what was said of it. One that is resolved is a line. `quoted`: where it is answered. */
export function FlagThreads({ threads, quoted = false }: { threads: FlagThread[]; quoted?: boolean }) {
  return threads.map((thread) => (
    <div class={`thread ${thread.open ? '' : 'resolved'}`} key={thread.flag.id}>
      <FlagHead thread={thread} quoted={quoted} />
      {thread.open && <Said thread={thread} />}
    </div>
  ));
}

function FlagHead({ thread: { flag, replies, open }, quoted }: { thread: FlagThread; quoted: boolean }) {
  const { category, severity } = flag.value;
  const last = replies.at(-1);
  return (
    <p class="thread-head">
      <Icon name={open ? 'tag' : 'pass'} /> <b>Flag: {category}</b>{' '}
      <span class="mut">
        {severity}, {flag.annotator}
        {!open && last && `; resolved by ${last.annotator}`}
      </span>{' '}
      {open && !quoted && <Act of="answerFlag">Answer</Act>}
    </p>
  );
}

function Said({ thread: { flag, replies } }: { thread: FlagThread }) {
  return (
    <>
      {flag.value.comment && <p>{flag.value.comment}</p>}
      {replies.map(({ id, annotator, value }) => (
        <p key={id}>
          <b>{annotator}</b> {value.comment}{' '}
          {value.state === 'open' && <span class="mut">opened it again</span>}
        </p>
      ))}
    </>
  );
}
