import { useState } from 'preact/hooks';
import { Button, isTyping } from '../controls';
import { LineBox } from '../text-boxes';
import { Dialog } from './Dialog';

const REASONS = [
  'too hard for me',
  'takes too long',
  'the problem is unclear',
  'cannot be read',
  'cannot decide',
] as const;

interface GiveUpFormProps {
  onGiveUp: (reason: string) => void;
  onClose: () => void;
}

/** Leaves the row, with a reason by one key or in one’s own words. */
export function GiveUpForm({ onGiveUp, onClose }: GiveUpFormProps) {
  const [typed, setTyped] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    const reason = isTyping(document.activeElement) ? undefined : REASONS[Number(event.key) - 1];
    if (reason === undefined) return;
    event.preventDefault();
    onGiveUp(reason);
  };
  const own = () => typed.trim() !== '' && onGiveUp(typed.trim());
  return (
    <Dialog title="Give up on this row, because" onClose={onClose}>
      <div class="form" onKeyDown={onKeyDown}>
        <ul class="reasons">
          {REASONS.map((reason, at) => (
            <li>
              <Button look="quiet" onPress={() => onGiveUp(reason)}>
                {reason} <kbd>{at + 1}</kbd>
              </Button>
            </li>
          ))}
        </ul>
        <LineBox
          label="Another reason"
          value={typed}
          placeholder="Another reason"
          onInput={setTyped}
          onKeyDown={({ key }) => key === 'Enter' && own()}
        />
        <div class="form-acts">
          <Button look="primary" disabled={typed.trim() === ''} onPress={own}>
            Give up <kbd>↵</kbd>
          </Button>
          <Button look="secondary" onPress={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
