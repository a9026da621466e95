import { useEffect, useState } from 'preact/hooks';
import { listChoices } from '../../src/core/concept/tag-choices';
import type { TagChoice } from '../../src/core/concept/tag-choices';
import { errorMessage } from '../../src/core/error-message';
import { TagForm } from '../forms/TagForm';
import type { Picking } from './picking';

/** Asks for one of very many values by some letters of its name. */
export function PickForm({ of, onClose }: { of: Picking | null; onClose: () => void }) {
  const [picking] = useState(of); // the answer takes the next question in hand before the form is gone
  const [library, setLibrary] = useState<TagChoice[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    picking?.choices().then(setLibrary, (error: unknown) => {
      setFailure(errorMessage(error));
      setLibrary([]);
    });
  }, [picking]);
  if (!picking) return null;
  const set = (library ?? []).filter(({ id }) => id === picking.chosen);
  const list = (typed: string) =>
    listChoices({ library: library ?? [], set, recent: [] }, typed).filter(({ as }) => as !== 'own');
  return (
    <TagForm
      title={picking.title}
      label="Answer"
      empty={failure === '' ? 'Nothing has such a name.' : failure}
      list={library && list}
      several={false}
      onTake={({ choice }) => void picking.take(choice.id)}
      onClose={onClose}
    />
  );
}
