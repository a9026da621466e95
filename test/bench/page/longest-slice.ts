/** An event of the browser's trace: times in microseconds, `tdur` that of the processor alone. */
interface TraceEvent {
  name: string;
  ph: string;
  tid: number;
  pid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { functionName?: string } };
}

/**
 * The processor time in ms of the longest task that a slice of typesetting ran in, with all that it made the browser do before
 * the next task. Not the time by the clock: what other processes do on the machine would count as ours.
 */
export function longestSlice(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const slices = traceEvents.filter((event) => event.args.data?.functionName === 'typesettingSlice');
  const tasks = traceEvents
    .filter(({ name, ph, tdur }) => name.endsWith('RunTask') && ph === 'X' && tdur !== undefined)
    .sort((one, other) => one.ts - other.ts);
  let longest = 0;
  for (const slice of slices) {
    const task = tasks.find((task) => isIn(slice, task));
    const time = (task ?? slice).tdur;
    if (time !== undefined) longest = Math.max(longest, time / 1000); // the trace lost the end of the others
  }
  return longest;
}

function isIn(event: TraceEvent, task: TraceEvent): boolean {
  if (event.tid !== task.tid || event.pid !== task.pid) return false;
  return task.ts <= event.ts && event.ts < task.ts + (task.dur ?? 0);
}
