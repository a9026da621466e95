import { useEffect, useState } from 'preact/hooks';
import type { Decision, TagTarget } from '../../src/core/annotation/event';
import { placeOf } from '../../src/core/annotation/target-place';
import { listChoices } from '../../src/core/concept/tag-choices';
import type { ListedChoice, TagChoice } from '../../src/core/concept/tag-choices';
import type { Session } from '../session';
import { aboutTarget } from './about-target';
import { TagForm } from './TagForm';

/** The form that asks for a tag, if it is asked for. */
export function TagForms({ session, onClose }: { session: Session; onClose: () => void }) {
  const { dialog } = session.state;
  if (dialog !== 'tagRow' && dialog !== 'tagStep') return null;
  const target = dialog === 'tagRow' ? { kind: 'row' as const } : stepOrRow(session);
  return <TagFormOn key={dialog} session={session} target={target} onClose={onClose} />;
}

/** Behind the last step there is none in hand: then the row is meant. */
function stepOrRow(session: Session): TagTarget {
  const target = session.targetAtCursor();
  return target.kind === 'trace' ? { kind: 'row' } : target;
}

interface TagFormOnProps {
  session: Session;
  target: TagTarget;
  onClose: () => void;
}

function TagFormOn({ session, target, onClose }: TagFormOnProps) {
  const [known, setKnown] = useState<{ library: TagChoice[]; recent: TagChoice[] } | null>(null);
  useEffect(() => {
    session.tagChoices().then(setKnown, () => setKnown({ library: [], recent: [] }));
  }, [session]);
  const set = tagsOn(session.decisions, target);
  const take = ({ choice, as }: ListedChoice) => {
    void session.tag(target, { concept: choice.id, name: choice.name, on: as !== 'set' });
  };
  return (
    <TagForm
      title={`Tag ${aboutTarget(session, target)}`}
      label="Concept"
      empty="There is no library beside this dataset. Type a name: it becomes a tag of your own."
      list={known && ((typed) => listChoices({ ...known, set }, typed))}
      several
      onTake={take}
      onClose={onClose}
    />
  );
}

/** What stands on a target now, with what is on its way to the disk. */
function tagsOn(decisions: readonly Decision[], target: TagTarget): TagChoice[] {
  const tags = new Map<string, TagChoice>();
  for (const decision of decisions) {
    if (decision.what !== 'tag' || !isSame(decision.target, target)) continue;
    const { concept: id, name, on } = decision.value;
    if (on) tags.set(id, { id, name, about: 'set: ↵ takes it off' });
    else tags.delete(id);
  }
  return [...tags.values()];
}

function isSame(one: TagTarget, other: TagTarget): boolean {
  return placeOf(one) === placeOf(other);
}
