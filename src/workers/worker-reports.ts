/** Progress is told no more often. */
const TELL_EVERY_MS = 100;

/** Passes a message on when the last one was some time ago. The result says what the end is. */
export function nowAndThen<T>(tell: (message: T) => void): (message: T) => void {
  let told = 0;
  return (message) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    tell(message);
  };
}

/** An error in a form that crosses to the other side. */
export function failureOf(error: unknown): { kind: 'failed'; message: string; code: string | null } {
  if (!(error instanceof Error)) return { kind: 'failed', message: String(error), code: null };
  return { kind: 'failed', message: error.message, code: 'code' in error ? String(error.code) : null };
}

/** The error that `failureOf` was made of. */
export function errorOf({ message, code }: { message: string; code: string | null }): Error {
  return Object.assign(new Error(message), code === null ? {} : { code });
}
