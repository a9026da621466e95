import { useEffect, useRef, useState } from 'preact/hooks';
import { LineBox } from '../text-boxes';

interface WordsBoxProps {
  title: string;
  /** What stands there now. */
  said: string;
  /** Counts how often the box was asked for: each time it takes the keys. */
  asked: number;
  onKeep: (text: string) => void;
  onLeave: () => void;
}

/** A line to write an answer in, where the answer stands. */
export function WordsBox({ title, said, asked, onKeep, onLeave }: WordsBoxProps) {
  const [typed, setTyped] = useState(said);
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const box = place.current?.querySelector('vscode-text-field');
    if (box instanceof HTMLElement) requestAnimationFrame(() => box.focus());
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onKeep(typed);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="ask-values" ref={place}>
      <LineBox
        label={title}
        class="ask-box"
        value={typed}
        placeholder="↵ keeps it, Esc leaves"
        onInput={setTyped}
        onKeyDown={onKeyDown}
      />
    </span>
  );
}
