import { useState } from 'preact/hooks';
import type { FlagThread } from '../../src/core/annotation/flag-thread';
import { Button, Check, Choice } from '../controls';
import { FlagThreads } from '../reading/FlagThreads';
import { TextBox } from '../text-boxes';
import { Dialog } from './Dialog';

interface AnswerFormProps {
  /** At least one. */
  threads: FlagThread[];
  onAnswer: (thread: FlagThread, comment: string, change: boolean) => void;
  onClose: () => void;
}

/** Says something of a flag, resolves it, or opens it again. */
export function AnswerForm({ threads, onAnswer, onClose }: AnswerFormProps) {
  const [chosen, setChosen] = useState(threads[0]?.flag.id ?? '');
  const thread = threads.find(({ flag }) => flag.id === chosen) ?? threads[0];
  const [comment, setComment] = useState('');
  const [change, setChange] = useState(true);
  if (!thread) return null;
  const empty = comment.trim() === '' && !change;
  const submit = () => !empty && onAnswer(thread, comment, change);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <Dialog title={`Answer the flag of ${thread.flag.annotator}`} onClose={onClose}>
      <div class="form" onKeyDown={onKeyDown}>
        {threads.length > 1 && (
          <Choice
            label="Flag"
            value={chosen}
            options={threads.map(({ flag }) => ({ value: flag.id, text: inWords(flag) }))}
            onChoose={setChosen}
          />
        )}
        <FlagThreads threads={[{ ...thread, open: true }]} quoted />
        <TextBox
          label="Answer"
          value={comment}
          placeholder="What was done, or why nothing"
          onInput={setComment}
        />
        <Check checked={change} onChange={() => setChange(!change)}>
          {thread.open ? 'Resolve it' : 'Open it again'}
        </Check>
        <div class="form-acts">
          <Button look="primary" disabled={empty} onPress={submit}>
            Answer <kbd>⌃↵</kbd>
          </Button>
          <Button look="secondary" onPress={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function inWords({ value, annotator }: FlagThread['flag']): string {
  return `${value.category}, ${annotator}: ${value.comment.slice(0, 60) || value.severity}`;
}
