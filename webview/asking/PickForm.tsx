import { useEffect, useState } from 'preact/hooks';
import { listChoices } from '../../src/core/concept/tag-choices';
import type { TagChoice } from '../../src/core/concept/tag-choices';
import { errorMessage } from '../../src/core/error-message';
import type { AnswerSession } from '../answer-session';
import { TagForm } from '../forms/TagForm';

/** Asks for one of very many values by some letters of its name. */
export function PickForm({ answers, onClose }: { answers: AnswerSession; onClose: () => void }) {
  const { question, current } = answers;
  const [library, setLibrary] = useState<TagChoice[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    if (!question) return;
    answers.choices(question).then(setLibrary, (error: unknown) => {
      setFailure(errorMessage(error));
      setLibrary([]);
    });
  }, [answers, question]);
  if (!question) return null;
  const chosen = current?.answers.get(question.id);
  const set = (library ?? []).filter(({ id }) => id === chosen);
  const list = (typed: string) =>
    listChoices({ library: library ?? [], set, recent: [] }, typed).filter(({ as }) => as !== 'own');
  return (
    <TagForm
      title={question.title}
      label="Answer"
      empty={failure === '' ? 'Nothing has such a name.' : failure}
      list={library && list}
      several={false}
      onTake={({ choice }) => void answers.answer(choice.id)}
      onClose={onClose}
    />
  );
}
