import type { Step } from '../../src/core/profile/reading';
import { Picture } from '../pictures/Picture';
import { RichText } from '../text/RichText';
import { StepText } from './StepText';

interface StepBodyProps {
  step: Step;
  /** As a step's text has them. */
  against?: string | undefined;
  since?: string | undefined;
  restFrom?: number | undefined;
}

/** What a step says, with what stands above it and its images; of one that was joined, one of its parts. */
export function StepBody({ step, ...text }: StepBodyProps) {
  return (
    <>
      {step.speaker && step.speaker.toLowerCase() === 'user' && <p class="speaker">{step.speaker}</p>}
      {step.heading !== undefined && <p class="stage">{headingWords(step)}</p>}
      {step.subQuestion && (
        <div class="sub-question">
          <RichText source={step.subQuestion} field="step" />
        </div>
      )}
      <div class="text">
        <StepText step={step} {...text} />
      </div>
      {step.media?.map((medium) => (
        <Picture medium={medium} />
      ))}
    </>
  );
}

/** `Step2 › Key`: of a part, the block that it stands within. */
function headingWords({ heading = '', within }: Step): string {
  return within === undefined ? heading : `${within} › ${heading}`;
}
