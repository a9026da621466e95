import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls';
import { Icon } from '../Icon';

/** What is said of the form as it stands, in a line that is always there. */
export interface Note {
  look: 'plain' | 'ready' | 'warning' | 'error';
  words: string;
}

/** Said where line breaks were typed between values: they would not reach the file. */
export const JOINED: Note = {
  look: 'ready',
  words: 'A row is one line: the line breaks between values are taken out.',
};

/** A key of a form besides those to apply and to leave. */
export interface SheetKey {
  /** As the browser names it, `F4` and such: nothing that types a character. */
  key: string;
  run: () => void;
}

interface SheetProps {
  title: string;
  note: Note;
  /** Something was typed that leaving would lose. */
  changed: boolean;
  ready: boolean;
  /** What applying is called on its button. */
  applying: string;
  /** Resolves with why it could not be done, or with null: then the form closes. */
  onApply: () => Promise<string | null>;
  onLeave: () => void;
  keys?: SheetKey[];
  /** Beside the title, and at the left of the buttons. */
  head?: ComponentChildren;
  acts?: ComponentChildren;
  children: ComponentChildren;
}

/** A form in the place of the whole page. Ctrl+Enter applies, Escape leaves; what was typed is dropped only on a second Escape. */
export function Sheet({ title, head, acts, children, ...props }: SheetProps) {
  const box = useRef<HTMLDialogElement>(null);
  const { note, applyNow, leave, busy, onKeyDown, onTyped } = useSheet(props);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close(); // the focus goes back to where it was
  }, []);
  return (
    <dialog
      class="sheet"
      ref={box}
      aria-label={title}
      onKeyDown={onKeyDown}
      onInput={onTyped}
      onCancel={(event) => event.preventDefault()}
    >
      <header class="sheet-head">
        <h2>{title}</h2>
        {head}
      </header>
      {children}
      <footer class="sheet-foot">
        <p class={`sheet-note ${note.look}`} role="status">
          <Icon name={NOTE_ICONS[note.look]} /> <span title={note.words}>{note.words}</span>
        </p>
        {acts}
        <Button look="primary" disabled={!props.ready || busy} onPress={applyNow}>
          {props.applying} <kbd>⌃↵</kbd>
        </Button>
        <Button look="secondary" onPress={leave}>
          Leave <kbd>Esc</kbd>
        </Button>
      </footer>
    </dialog>
  );
}

const NOTE_ICONS: Record<Note['look'], string> = {
  plain: 'circle-large-outline',
  ready: 'edit',
  warning: 'warning',
  error: 'error',
};

type Doing =
  { kind: 'typing' } | { kind: 'leaving' } | { kind: 'applying' } | { kind: 'failed'; why: string };

function useSheet(props: Omit<SheetProps, 'title' | 'head' | 'acts' | 'children'>) {
  const { ready, changed, onApply, onLeave, keys = [] } = props;
  const [doing, setDoing] = useState<Doing>({ kind: 'typing' });
  const busy = doing.kind === 'applying';
  const applyNow = () => {
    if (!ready || busy) return;
    setDoing({ kind: 'applying' });
    void onApply().then((why) => (why === null ? onLeave() : setDoing({ kind: 'failed', why })));
  };
  const leave = () => {
    if (busy) return;
    if (!changed || doing.kind === 'leaving') return onLeave();
    setDoing({ kind: 'leaving' });
  };
  const onTyped = () => {
    if (doing.kind === 'leaving' || doing.kind === 'failed') setDoing({ kind: 'typing' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = event.ctrlKey || event.metaKey;
    const own = keys.find(({ key }) => key === event.key && !command);
    if (event.key === 'Enter' && command) taken(event, applyNow);
    else if (event.key === 'Escape') taken(event, leave);
    else if (own) taken(event, own.run);
    else if (command && /^[zy]$/i.test(event.key)) event.stopPropagation(); // undoes typing, not edits of the dataset
  };
  return { note: noteOf(doing, props.note), applyNow, leave, busy, onKeyDown, onTyped };
}

function taken(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  event.stopPropagation(); // VS Code has its own use for some of these keys
  run();
}

function noteOf(doing: Doing, otherwise: Note): Note {
  switch (doing.kind) {
    case 'leaving':
      return { look: 'warning', words: 'Press Esc again to drop the change.' };
    case 'failed':
      return { look: 'error', words: doing.why };
    case 'applying':
      return { look: 'ready', words: 'Applying' };
    default:
      return otherwise;
  }
}
