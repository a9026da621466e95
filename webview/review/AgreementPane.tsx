import { MATRIX_LABELS } from '../../src/core/agreement/matrix-labels';
import type { PairAgreement } from '../../src/core/agreement/pair-agreement';
import { LabelSign } from '../reading/LabelPlaces';
import { CountMatrix } from './CountMatrix';
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
      <CountMatrix
        title="Step labels"
        annotators={agreement.annotators}
        heads={HEADS}
        matrix={agreement.matrix}
      />
    </aside>
  );
}

/** The labels of steps, by their signs. */
const HEADS = MATRIX_LABELS.map((label) => ({ shown: <LabelSign value={label} /> }));
