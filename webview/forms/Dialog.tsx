import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** A key that closes it as well as Escape does. */
  closeKey?: string;
  onKeyUp?: (event: KeyboardEvent) => void;
  class?: string;
  children: ComponentChildren;
}

/** A form over the page. Escape closes it, and the focus goes back to the page. */
export function Dialog(props: DialogProps) {
  const { title, onClose, closeKey, children } = props;
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    dialog?.scrollTo({ top: 0 }); // the first control may stand at its end
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      class={`dialog ${props.class ?? ''}`}
      ref={box}
      aria-label={title}
      onCancel={onClose}
      onClose={onClose}
      onKeyDown={({ key, repeat }) => key === closeKey && !repeat && onClose()}
      onKeyUp={props.onKeyUp}
    >
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}
