// What must be ended when this process is told to stop.

const acts = new Set();
let stopping = false;

/** Registers `act` to be done before the process ends on a signal. Returns the way to take it back. */
export function onShutdown(act) {
  acts.add(act);
  return () => acts.delete(act);
}

/** After a signal what we started ends one by one; nobody should wonder why. */
export const isStopping = () => stopping;

/** Ctrl+C, a polite kill, a closed terminal: end what was started, then exit with `code`. A second signal does not wait. */
export function endOnSignals(code) {
  const end = async () => {
    if (stopping) process.exit(code);
    stopping = true;
    await Promise.allSettled([...acts].map((act) => act()));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}); // the terminal may be gone
  return end;
}
