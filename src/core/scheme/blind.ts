import type { Reading, Step, Trace } from '../profile/reading';

/** A row without who wrote its traces and what the dataset says of them: neither is to sway a judgement. */
export function blinded(reading: Reading): Reading {
  return { ...reading, traces: reading.traces.map(blindTrace) };
}

/** Traces of one kind are judged: the kind stays. */
function blindTrace(trace: Trace): Trace {
  const { id, kind, finalAnswer, steps } = trace;
  if (kind === 'reference') return trace;
  const author = 'Solution';
  return { id, kind, author, setting: '', finalAnswer, published: null, steps: steps.map(blindStep) };
}

function blindStep({ source, uses, speaker, heading, form, media }: Step): Step {
  return {
    ...{ source, uses, wrong: [] },
    ...(speaker === undefined ? {} : { speaker }),
    ...(heading === undefined ? {} : { heading }),
    ...(form === undefined ? {} : { form }),
    ...(media === undefined ? {} : { media }),
  };
}
