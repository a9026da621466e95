import type { ComponentChildren } from 'preact';
import type { Step } from '../../src/core/profile/reading';
import { isDue } from '../../src/core/review/trace-review';
import type { ReviewedStep } from '../../src/core/review/trace-review';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { Icon } from '../Icon';
import { FlagThreads } from '../reading/FlagThreads';
import { PartHere } from '../reading/PartHere';
import { StepBody } from '../reading/StepBody';
import { StepText } from '../reading/StepText';
import { Comments } from './Comments';
import type { Comment } from './review-comments';
import { RulingSign, SettledSign } from './RulingSign';
import { TakeActs } from './TakeActs';

interface ReviewStepProps {
  /** Null where the trace no longer has the step. */
  step: Step | null;
  /** 0-based */
  at: number;
  annotators: string[];
  reviewed: ReviewedStep;
  current: boolean;
  flags: FlagThread[];
  drifted: boolean;
  comments: Comment[];
  /** The first step that annotators label differently. */
  parting: boolean;
  /** How people cut it, where they differ. */
  cuts: ComponentChildren;
}

/** What each says of one step. What nobody differs on is one grey line. */
export function ReviewStep(props: ReviewStepProps) {
  const { step, at, annotators, reviewed, current, flags, drifted, comments, parting, cuts } = props;
  const { standing, said, ended } = reviewed;
  const open = isDue(standing) || standing === 'follows' || annotators.length === 0;
  const due = open && annotators.length > 0;
  const look = [
    due ? 'diff' : annotators.length > 0 ? 'same' : '',
    current ? 'now' : '',
    open || current ? 'whole' : '',
  ];
  return (
    <div class={`line ${look.join(' ')}`} role="row" aria-current={current ? 'step' : undefined}>
      {annotators.map((name) => {
        const word = said.get(name);
        return (
          <span class="c" role="gridcell">
            {word ? (
              <RulingSign ruling={word.value} />
            ) : (
              ended.includes(name) && <span class="after-c">after</span>
            )}
          </span>
        );
      })}
      <span class="c" role="gridcell">
        <SettledSign reviewed={reviewed} />
      </span>
      <span class="n">{at + 1}</span>
      <div class="t" role="gridcell">
        {parting && <PartHere words="the annotators part here" />}
        <StepWords step={step} whole={open || current} />
        {drifted && (
          <p class="drift">
            <Icon name="warning" /> This text changed after it was labelled.
          </p>
        )}
        {cuts}
        <Comments of={comments} />
        {(open || current) && <FlagThreads threads={flags} />}
        {standing === 'outdated' && <p class="drift">Somebody labelled it otherwise after it was settled.</p>}
        {current && <TakeActs annotators={annotators} said={said} />}
      </div>
    </div>
  );
}

/** What the step says; where nobody differs on it, the first line of that. */
function StepWords({ step, whole }: { step: Step | null; whole: boolean }) {
  if (step && whole) return <StepBody step={step} />;
  return <div class="text">{step ? <StepText step={step} /> : 'The trace has no such step now.'}</div>;
}
