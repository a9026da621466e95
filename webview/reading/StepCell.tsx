import { memo } from 'preact/compat';
import type { StepLabel } from '../../src/core/annotation/event';
import type { Step } from '../../src/core/profile/reading';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { StepPlaces } from '../asking/StepPlaces';
import type { StepAnswer } from '../asking/row-asking';
import { Icon } from '../Icon';
import { FlagThreads } from './FlagThreads';
import { LabelPlaces, LabelSign } from './LabelPlaces';
import { PartHere } from './PartHere';
import { OwnComment } from './OwnComment';
import { StepBody } from './StepBody';
import { StepRecomputed } from './StepRecomputed';
import { SuggestedLabels } from './SuggestedLabels';
import type { Suggested } from './trace-columns';
import { StepRemarks } from './StepRemarks';
import { TagList } from './TagList';

export interface StepCellProps {
  step: Step;
  /** 0-based */
  at: number;
  /** The column whose steps are labelled now. */
  active: boolean;
  current: boolean;
  label: StepLabel | null;
  implied: boolean;
  /** After the first error: nothing is asked. */
  after: boolean;
  /** This is the first step after the error, of so many. */
  cutHere: string | null;
  drifted: boolean;
  /** The dataset's own labels say that this is the first error. */
  publishedError: boolean;
  flags: FlagThread[];
  /** What one remarked of it oneself; empty where nothing. */
  comment: string;
  /** What models say of it. */
  suggested: Suggested[];
  /** Names of the concepts that one tagged it with. */
  tags: string[];
  /** Names of the hints and concepts that the step uses. */
  uses: string[];
  /** The letter of the trace in hand, where this is the first step at which the two part. */
  partsFrom: string | null;
  /** The same step of the trace in hand, where that is another text. */
  against?: string | undefined;
  /** The text of the step before, where what changed since is asked for. */
  since?: string | undefined;
  /** Where it is about to be divided: in which of its parts, and the UTF-16 offset in that part's text. */
  divide?: { part: number; at: number } | undefined;
  /** What a scheme asks of it, in place of labels. */
  answer: StepAnswer | null;
  onKey?: ((key: string) => void) | undefined;
  onPick?: (() => void) | undefined;
}

/** One step in one column. */
export const StepCell = memo(function StepCell(props: StepCellProps) {
  const { step, at, active, current, label, publishedError, answer } = props;
  const { suggested } = answer ?? props;
  const after = answer ? answer.tone === 'after' : props.after;
  const due = answer ? answer.tone === 'due' && !current : label === null && !current && !after;
  const classes = [
    'step',
    active ? '' : 'cmp',
    current ? 'now' : '',
    after ? 'after' : '',
    due && active ? 'later' : '',
  ];
  const name = step.cut?.name ?? String(at + 1);
  const state = (answer ? answer.words : label) || (due && active ? 'open' : '');
  return (
    <div
      class={classes.join(' ')}
      role="group"
      aria-label={state === '' ? `Step ${name}` : `Step ${name}, ${state}`}
      aria-current={current ? 'step' : undefined}
      onClick={props.onPick}
    >
      {props.cutHere !== null && (
        <div class="cut">
          <b>After the first error</b> {props.cutHere}
        </div>
      )}
      {answer ? (
        <StepPlaces answer={answer} current={current} onKey={props.onKey} />
      ) : active ? (
        <LabelPlaces label={label} implied={props.implied} current={current} asked={!after} />
      ) : (
        <span class="state">
          {label !== null ? <LabelSign value={label} /> : <span class={after ? 'slot' : 'slot dot'} />}
        </span>
      )}
      <span class={(step.cut?.name.length ?? 0) > 2 ? 'n long' : 'n'}>
        {name}
        {active && suggested.length > 0 && <SuggestedLabels labels={suggested} />}
      </span>
      <div class={step.within === undefined ? 't' : 't sub'}>
        {props.partsFrom !== null && <PartHere words={`parts from ${props.partsFrom} here`} />}
        <StepBody step={step} against={props.against} since={props.since} restFrom={restFrom(props, 0)} />
        {step.joined?.map((part, place) => (
          <StepBody step={part} restFrom={restFrom(props, place + 1)} />
        ))}
        {publishedError && (
          <p class="published">
            <Icon name="error" /> The dataset marks the first error here.
          </p>
        )}
        {active && step.form === undefined && <StepRecomputed source={step.source} />}
        <StepRemarks step={step} />
        {step.joined?.map((part) => (
          <>
            {active && part.form === undefined && <StepRecomputed source={part.source} />}
            <StepRemarks step={part} />
          </>
        ))}
        {props.uses.length > 0 && <p class="uses">uses {props.uses.join(', ')}</p>}
        <TagList tags={props.tags} />
        {props.drifted && (
          <p class="drift">
            <Icon name="warning" /> This text changed after you labelled it.
          </p>
        )}
        <OwnComment text={props.comment} />
        <FlagThreads threads={props.flags} />
      </div>
    </div>
  );
});

/** Where a part of a step that is about to be divided ends. */
function restFrom({ divide }: StepCellProps, part: number): number | undefined {
  if (!divide || part < divide.part) return undefined;
  return part === divide.part ? divide.at : 0;
}
