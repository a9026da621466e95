import { useState } from 'preact/hooks';
import type { Decision, FlagCategory } from '../../src/core/annotation/event';
import { Button, Check, Choice } from '../controls';
import { TextBox } from '../text-boxes';
import { Dialog } from './Dialog';

type Flag = Extract<Decision, { what: 'flag' }>['value'];

const CATEGORIES: { value: FlagCategory; text: string }[] = [
  { value: 'reasoning', text: 'Reasoning: a step does not follow' },
  { value: 'statement', text: 'Statement: the problem is unclear or wrong' },
  { value: 'answer', text: 'Answer: the reference answer is wrong' },
  { value: 'notation', text: 'Notation: a formula is damaged' },
  { value: 'data', text: 'Data: wrong field, language or image' },
  { value: 'other', text: 'Other' },
];

interface FlagFormProps {
  /** What the flag is about, in words. */
  about: string;
  onFlag: (flag: Flag) => void;
  onClose: () => void;
}

/** Says that something is wrong, what kind of thing, and how badly. */
export function FlagForm({ about, onFlag, onClose }: FlagFormProps) {
  const [category, setCategory] = useState<FlagCategory>('reasoning');
  const [major, setMajor] = useState(false);
  const [comment, setComment] = useState('');
  const submit = () => onFlag({ category, severity: major ? 'major' : 'minor', comment: comment.trim() });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <Dialog title={`Flag ${about}`} onClose={onClose}>
      <div class="form" onKeyDown={onKeyDown}>
        <Choice
          label="Category"
          value={category}
          options={CATEGORIES}
          onChoose={(chosen) =>
            setCategory(CATEGORIES.find(({ value }) => value === chosen)?.value ?? 'other')
          }
        />
        <TextBox label="Comment" value={comment} placeholder="What is wrong, and why" onInput={setComment} />
        <Check checked={major} onChange={() => setMajor(!major)}>
          Major: the row cannot be used as it is
        </Check>
        <div class="form-acts">
          <Button look="primary" onPress={submit}>
            Flag <kbd>⌃↵</kbd>
          </Button>
          <Button look="secondary" onPress={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
