import { useState } from 'preact/hooks';
import { Button } from '../controls';
import { TextBox } from '../text-boxes';
import { Dialog } from './Dialog';

interface CommentFormProps {
  /** What the comment is about, in words. */
  about: string;
  /** What stands there now. */
  said: string;
  onComment: (text: string) => void;
  onClose: () => void;
}

/** Notes something in one’s own log; an empty text takes back what stood. */
export function CommentForm({ about, said, onComment, onClose }: CommentFormProps) {
  const [comment, setComment] = useState(said);
  const submit = () => (comment.trim() === said ? onClose() : onComment(comment));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <Dialog title={`Comment on ${about}`} onClose={onClose}>
      <div class="form" onKeyDown={onKeyDown}>
        <TextBox label="Comment" value={comment} placeholder="For your own log" onInput={setComment} />
        <div class="form-acts">
          <Button look="primary" onPress={submit}>
            Keep <kbd>⌃↵</kbd>
          </Button>
          <Button look="secondary" onPress={onClose}>
            Cancel <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
