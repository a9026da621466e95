import { useEffect, useRef, useState } from 'preact/hooks';
import { Act, KeyCap } from '../Act';
import { Button, isTyping } from '../controls';
import { LineBox } from '../text-boxes';
import { Icon } from '../Icon';
import type { LoadedRow } from '../loaded-row';
import { MORE, megabytes, PART, partAt, partsOf, textOfPart } from './long-row';
import type { ReadSlice } from './long-row';

interface LongRowProps {
  row: LoadedRow;
  readSlice: ReadSlice;
}

/** A row that is too long to be shown whole: its source, part by part. */
export function LongRow({ row: { packet }, readSlice }: LongRowProps) {
  const { size } = packet;
  const parts = partsOf(size);
  const [part, setPart] = useState(0);
  const text = usePart(packet, readSlice, part);
  const box = useRef<HTMLPreElement>(null);
  const go = (to: number) => {
    setPart(Math.max(0, Math.min(to, parts - 1)));
    box.current?.scrollTo(0, 0);
  };
  useStepKeys((by) => go(part + by));
  return (
    <section class="broken-row long-row">
      <p class="fault">
        <Icon name="info" /> This row has {megabytes(size)} MB; it is shown in parts.
        <span class="r">
          <Act of="openAsText">Open as text</Act>
        </span>
      </p>
      <div class="parts">
        <Button look="quiet" disabled={part === 0} onPress={() => go(part - 1)}>
          Earlier <KeyCap of="previousStep" />
        </Button>
        <Button look="quiet" disabled={part === parts - 1} onPress={() => go(part + 1)}>
          Later <KeyCap of="nextStep" />
        </Button>
        <GoToShare size={size} onGo={go} />
        <span class="r num" role="status">
          Part {(part + 1).toLocaleString('en')} of {parts.toLocaleString('en')},{' '}
          <span class="mut">from byte {(part * PART + 1).toLocaleString('en')}</span>
        </span>
      </div>
      <pre tabIndex={0} ref={box} aria-label="Source of this part">
        {text}
      </pre>
    </section>
  );
}

/** The text of a part. What the packet does not have is fetched; the part before stays in sight meanwhile. */
function usePart({ number, bytes }: LoadedRow['packet'], readSlice: ReadSlice, part: number): string {
  const here = (part + 1) * PART + MORE <= bytes.byteLength;
  const [fetched, setFetched] = useState('');
  useEffect(() => {
    if (here) return;
    let wanted = true;
    void readSlice(number, part * PART, PART + MORE).then((slice) => {
      if (wanted) setFetched(slice ? textOfPart(new Uint8Array(slice), part === 0) : '');
    });
    return () => {
      wanted = false;
    };
  }, [here, readSlice, number, part]);
  if (!here) return fetched;
  return textOfPart(new Uint8Array(bytes, part * PART, PART + MORE), part === 0);
}

/** The keys for the next and the previous step: a row that is not read has no steps, but it has parts. */
function useStepKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || isTyping(document.activeElement)) return;
      if (document.querySelector('dialog[open]')) return;
      if (key === 'j') step(1);
      if (key === 'k') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function GoToShare({ size, onGo }: { size: number; onGo: (part: number) => void }) {
  const [typed, setTyped] = useState('');
  const part = partAt(typed, size);
  const go = () => part !== null && onGo(part);
  return (
    <span class="share">
      <LineBox
        label="Place in the row, in per cent"
        class="share-box"
        value={typed}
        placeholder="%"
        onInput={setTyped}
        onKeyDown={({ key }) => key === 'Enter' && go()}
      />
      <Button look="quiet" disabled={part === null} onPress={go}>
        Go to % <kbd>↵</kbd>
      </Button>
    </span>
  );
}
