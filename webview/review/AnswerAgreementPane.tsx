import type { AnswerAgreement } from '../../src/core/agreement/answer-agreement';
import type { AnswerReview } from '../../src/core/review/answer-review';
import type { AskedQuestion } from '../../src/core/scheme/asked-questions';
import { titleOfValue } from '../asking/answer-words';
import { CountMatrix } from './CountMatrix';
import { count, Figure, FirstErrorFigures } from './figures';
import { StepsApart } from './StepsApart';

interface AnswerAgreementPaneProps {
  /** The answers in hand; null where a step is. */
  review: AnswerReview | null;
  /** Undefined where its scheme is gone. */
  question: AskedQuestion | undefined;
  agreement: AnswerAgreement | null;
}

/** How far the first two who answered the question in hand agree on it over the dataset. */
export function AnswerAgreementPane({ review, question, agreement }: AnswerAgreementPaneProps) {
  const why = review && whyNone(review, question);
  if (!review || why !== null || !agreement)
    return (
      <aside class="agree" aria-label="Agreement">
        <p class="mut">{why}</p>
      </aside>
    );
  const { annotators, items, same, alpha, kappa, firstErrors } = agreement;
  return (
    <aside class="agree" aria-label={`Agreement of ${annotators.join(' and ')}`}>
      <section>
        <header>
          <h2>Agreement</h2>
          <span class="r mut num">
            {annotators.join(', ')}: {count(items, 'answer')}
          </span>
        </header>
        <p class="mut">{question?.title ?? review.question}</p>
        <dl class="num">
          <dt>Same answer</dt>
          <dd>{same}</dd>
          <dd class="mut">of {items.toLocaleString('en')}</dd>
          <Figure name="Krippendorff’s alpha" figure={alpha} />
          <Figure name="Cohen’s kappa" figure={kappa} />
          {firstErrors && <FirstErrorFigures of={firstErrors} />}
        </dl>
      </section>
      {firstErrors && firstErrors.apart.length > 0 && <StepsApart annotators={annotators} of={firstErrors} />}
      <Matrix agreement={agreement} question={question} />
    </aside>
  );
}

function whyNone({ said }: AnswerReview, question: AskedQuestion | undefined): string | null {
  if (said.size < 2) return 'Only one annotator answered this.';
  const several = [...said.values()].some(({ value }) => Array.isArray(value));
  return several || question?.way === 'text'
    ? 'Several answers at once, words and parts of a text are not compared over the dataset.'
    : null;
}

/** So many answers have room beside one another. */
const COLUMNS = 6;

/** How often the two gave which answers, where these have room. */
function Matrix({
  agreement: { annotators, categories, matrix },
  question,
}: Pick<AnswerAgreementPaneProps, 'question'> & { agreement: AnswerAgreement }) {
  if (categories.length < 2 || categories.length > COLUMNS) return null;
  const titles = categories.map((category) => titleOf(category, question));
  const heads = titles.map((title) => ({ name: title, shown: title }));
  return <CountMatrix title="Answers" annotators={annotators} heads={heads} matrix={matrix} />;
}

/** `category`: as it is counted, yes and no in words. */
function titleOf(category: string, question: AskedQuestion | undefined): string {
  const known = question?.values.find(({ value }) =>
    typeof value === 'boolean' ? category === (value ? 'yes' : 'no') : category === String(value),
  );
  return known ? titleOfValue(known) : category;
}
