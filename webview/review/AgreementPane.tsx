import { MATRIX_LABELS } from '../../src/core/agreement/matrix-labels';
import type { PairAgreement } from '../../src/core/agreement/pair-agreement';
import { LabelSign } from '../reading/LabelPlaces';
import { count, Figure, FirstErrorFigures } from './figures';
import { StepsApart } from './StepsApart';

/** How far the first two annotators of the trace agree over the dataset. */
export function AgreementPane(props: { agreement: PairAgreement | null; annotators: string[] }) {
  const { agreement, annotators } = props;
  if (annotators.length < 2)
    return (
      <aside class="agree" aria-label="Agreement">
        <p class="mut">{annotators.length === 1 ? 'Only one annotator' : 'Nobody'} labelled this trace.</p>
      </aside>
    );
  if (!agreement) return <aside class="agree" aria-label="Agreement" />;
  const [first, second] = agreement.annotators;
  return (
    <aside class="agree" aria-label={`Agreement of ${first} and ${second}`}>
      <section>
        <header>
          <h2>Agreement</h2>
          <span class="r mut num">
            {first}, {second}: {count(agreement.steps, 'step')}
          </span>
        </header>
        <dl class="num">
          <Figure name="Krippendorff’s alpha" figure={agreement.alpha} />
          <Figure name="Cohen’s kappa" figure={agreement.kappa} />
          <FirstErrorFigures of={agreement} />
        </dl>
        {agreement.cutApart > 0 && (
          <p class="mut">
            {count(agreement.cutApart, 'trace')} cut differently: a label counts only where both have the same
            step.
          </p>
        )}
      </section>
      {agreement.apart.length > 0 && <StepsApart annotators={agreement.annotators} of={agreement} />}
      <Matrix agreement={agreement} />
    </aside>
  );
}

/** How often the first said the one and the second the other. */
function Matrix({ agreement: { annotators, matrix } }: { agreement: PairAgreement }) {
  const most = Math.max(1, ...matrix.flat());
  return (
    <section class="opt">
      <header>
        <h2>Step labels</h2>
        <span class="r mut">
          rows {annotators[0]}, columns {annotators[1]}
        </span>
      </header>
      <table class="mx num">
        <tr>
          <th />
          {MATRIX_LABELS.map((label) => (
            <th scope="col">
              <LabelSign value={label} />
            </th>
          ))}
        </tr>
        {MATRIX_LABELS.map((label, at) => (
          <tr>
            <th scope="row">
              <LabelSign value={label} />
            </th>
            {(matrix[at] ?? []).map((often, other) => (
              <td class={at === other ? 'd' : ''} style={{ '--share': Math.round((50 * often) / most) }}>
                {often}
              </td>
            ))}
          </tr>
        ))}
      </table>
    </section>
  );
}
