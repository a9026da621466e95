import { useContext } from 'preact/hooks';
import { languageName, tagOfLanguage } from '../../src/core/language/language-tag';
import type { ProblemPart, Reading, Translation } from '../../src/core/profile/reading';
import { Picture } from '../pictures/Picture';
import { PicturesContext, unplaced } from '../pictures/row-pictures';
import { languageAttributes } from '../text/language-attributes';
import { RichText } from '../text/RichText';

/** The problem; where the row has it in several languages, each in a pane of its own, side by side where there is room. */
export function ProblemPanes({ reading }: { reading: Reading }) {
  const others = otherLanguages(reading);
  const own = reading.problem[0]?.language;
  const parts = (
    <div class="pane-text" {...languageAttributes(own)}>
      <ProblemParts reading={reading} />
    </div>
  );
  if (others.length === 0) return parts;
  return (
    <div class="panes">
      <section class="pane" aria-label={`Problem, ${languageWords(own, 'as the row has it')}`}>
        <p class="speaker">{languageWords(own, 'as the row has it')}</p>
        {parts}
      </section>
      {others.map(({ language, source }) => (
        <section class="pane" aria-label={`Problem, ${languageWords(language, 'in the original language')}`}>
          <p class="speaker">{languageWords(language, 'in the original language')}</p>
          <div class="pane-text" {...languageAttributes(language)}>
            <RichText source={source} field="problem" />
          </div>
        </section>
      ))}
    </div>
  );
}

/** The problem in languages that differ from the row's own: a dataset may repeat the text where nothing was translated. */
function otherLanguages({ problem, translations }: Reading): Translation[] {
  const own = new Set(problem.map(({ text }) => text.trim()));
  return translations.filter(({ role, source }) => role === 'problem' && !own.has(source.text.trim()));
}

/** `Chinese (zh)`; what a row says where that names no language. */
export function languageWords(language: string | undefined, otherwise: string): string {
  if (language === undefined || language === '') return otherwise;
  const tag = tagOfLanguage(language);
  return (tag === undefined ? null : languageName(tag)) ?? language;
}

/** The problem's texts and images: in the row's own order where it has one, else the images behind the texts. */
function ProblemParts({ reading: { problem, media, layout } }: { reading: Reading }) {
  const pictures = useContext(PicturesContext);
  const texts = problem.map((source): ProblemPart => ({ kind: 'text', source }));
  const rest = unplaced(media, pictures).map((medium): ProblemPart => ({ kind: 'medium', medium }));
  const inOrder = new Set(layout.flatMap((part) => (part.kind === 'medium' ? [part.medium] : [])));
  const behind = rest.filter((part) => part.kind === 'medium' && !inOrder.has(part.medium));
  const parts = layout.length > 0 ? [...layout, ...behind] : [...texts, ...rest];
  return (
    <>
      {parts.map((part) =>
        part.kind === 'text' ? (
          <RichText source={part.source} field="problem" />
        ) : (
          <Picture medium={part.medium} />
        ),
      )}
    </>
  );
}
