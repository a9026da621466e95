import type { AskedQuestion } from '../../src/core/scheme/asked-questions';
import type { NamedScheme } from '../../src/core/scheme/scheme';
import { titleOfValue } from './answer-words';

interface SchemeGuidelineProps {
  scheme: NamedScheme;
  questions: readonly AskedQuestion[];
}

/** What to keep in mind, and when to give which answer. */
export function SchemeGuideline({ scheme: { scheme }, questions }: SchemeGuidelineProps) {
  return (
    <>
      {scheme.guideline && <p class="mut">{scheme.guideline}</p>}
      {questions.map((question) => {
        const told = question.values.filter(({ guideline }) => guideline !== '');
        if (told.length === 0 && question.guideline === '') return null;
        return (
          <div key={question.id}>
            <p>
              <b>{question.title}</b> <span class="mut">{question.guideline}</span>
            </p>
            <ul class="guide asked">
              {told.map((value) => (
                <li>
                  <b>{titleOfValue(value)}</b>
                  <span class="mut">{value.guideline}</span>
                  {value.key === '' ? <span /> : <kbd>{value.key}</kbd>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
