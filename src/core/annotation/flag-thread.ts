import type { Decision, SignedDecision } from './event';

type Flag = Extract<SignedDecision, { what: 'flag' }>;
type Reply = Extract<SignedDecision, { what: 'reply' }>;

/** A flag, and what was said of it since. */
export interface FlagThread {
  flag: Flag;
  /** Oldest first. */
  replies: Reply[];
  /** Whether it still has to be dealt with: the last one who said so decides. */
  open: boolean;
}

/** The threads among the decisions that stand, oldest first. Replies to a flag that was taken back are of none. */
export function flagThreads(standing: readonly SignedDecision[]): FlagThread[] {
  const flags = standing.filter((decision) => decision.what === 'flag');
  const replies = standing.filter((decision) => decision.what === 'reply');
  return flags.map((flag) => {
    const own = replies
      .filter(({ value }) => value.flag === flag.id)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const state = own.findLast(({ value }) => value.state !== undefined)?.value.state;
    return { flag, replies: own, open: state !== 'resolved' };
  });
}

/** What a reply says: a comment, a new state, or both. Null when it says nothing. */
export function replyTo(thread: FlagThread, comment: string, change: boolean): Decision | null {
  if (comment.trim() === '' && !change) return null;
  const state = thread.open ? ('resolved' as const) : ('open' as const);
  const value = { flag: thread.flag.id, comment: comment.trim(), ...(change ? { state } : {}) };
  return { what: 'reply', target: thread.flag.target, value };
}
