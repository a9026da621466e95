import type { Field, Reading, Step, Trace } from '../profile/reading';

/** A row without who wrote its traces and what the dataset says of them: neither is to sway a judgement. */
export function blinded(reading: Reading): Reading {
  const { traces, facts, others } = reading;
  const judged = traces.filter(({ kind }) => kind !== 'reference');
  const names = judged.flatMap(({ author, setting }) => [author, setting]).filter((name) => name !== '');
  const isSilent = (field: Field) => !names.some((name) => says(field, name));
  return {
    ...reading,
    facts: facts.filter(isSilent),
    others: others.filter(isSilent),
    traces: traces.map(blindTrace),
  };
}

/** Whether a field is a name, or has it somewhere in it. */
function says({ value }: Field, name: string): boolean {
  return JSON.stringify(value).includes(JSON.stringify(name));
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
