import type { Alternative, SourceText, Step } from '../../src/core/profile/reading';
import { RichText } from '../text/RichText';
import { measureText } from './measure-text';

/** What the dataset says of a step: its label, numbers about it, remarks, and what else was offered for it. */
export function StepRemarks({ step }: { step: Step }) {
  const { label, measures = [], alternatives = [], remarks = [] } = step;
  const said = [label ?? '', ...measures.map(measureText)].filter(Boolean);
  return (
    <>
      {said.length > 0 && <p class="remark num">dataset: {said.join(', ')}</p>}
      {remarks.map((source) => (
        <div class="dataset-remark">
          <span class="mut">{fieldName(source)}</span> <RichText source={source} />
        </div>
      ))}
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

/** `error_explanation`: the field says what kind of remark it is. */
function fieldName({ path }: SourceText): string {
  return (path.findLast((part) => typeof part === 'string') ?? '').replaceAll('_', ' ');
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
