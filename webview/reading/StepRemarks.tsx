import type { Alternative, Step } from '../../src/core/profile/reading';
import { RichText } from '../text/RichText';
import { measureText } from './measure-text';

/** What the dataset says of a step: its label, numbers about it, and what else was offered for it. */
export function StepRemarks({ step: { label, measures = [], alternatives = [] } }: { step: Step }) {
  const said = [label ?? '', ...measures.map(measureText)].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="remark num">dataset: {said.join(', ')}</p>}
      {alternatives.length > 0 && (
        <details class="alternatives">
          <summary>
            {alternatives.length === 1 ? '1 alternative' : `${alternatives.length} alternatives`}
          </summary>
          {alternatives.map((alternative) => (
            <AlternativeStep alternative={alternative} />
          ))}
        </details>
      )}
    </>
  );
}

function AlternativeStep({ alternative: { source, label, chosen } }: { alternative: Alternative }) {
  const said = [label ?? '', chosen ? 'chosen' : ''].filter(Boolean).join(', ');
  return (
    <div class="alternative">
      <div class="text">
        <RichText source={source} field="step" />
      </div>
      {said !== '' && <p class="remark">dataset: {said}</p>}
    </div>
  );
}
