import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Act, KeyCap } from '../Act';
import { Button } from '../controls';
import { LineBox } from '../text-boxes';
import { Icon } from '../Icon';
import type { LoadedRow } from '../loaded-row';
import { MORE, megabytes, PART, partAt, partsOf, textOfPart } from './long-row';
import type { LongRowParts, ReadPart } from './long-row';

interface LongRowProps {
  row: LoadedRow;
  parts: LongRowParts;
}

/** A row that is too long to be shown whole: its source, part by part. The keys for the steps go through its parts. */
export function LongRow({ row: { packet }, parts: { read, at, onGo } }: LongRowProps) {
  const { size } = packet;
  const last = partsOf(size) - 1;
  const text = usePart(packet, read, at);
  const box = useRef<HTMLPreElement>(null);
  useLayoutEffect(() => box.current?.scrollTo(0, 0), [at]);
  return (
    <section class="broken-row long-row">
      <p class="fault">
        <Icon name="info" /> This row has {megabytes(size)} MB; it is shown in parts.
        <span class="r">
          <Act of="openAsText">Open as text</Act>
        </span>
      </p>
      <div class="parts">
        <Button look="quiet" disabled={at === 0} onPress={() => onGo(at - 1)}>
          Earlier <KeyCap of="previousStep" />
        </Button>
        <Button look="quiet" disabled={at === last} onPress={() => onGo(at + 1)}>
          Later <KeyCap of="nextStep" />
        </Button>
        <GoToShare size={size} onGo={onGo} />
        <span class="r num" role="status">
          Part {(at + 1).toLocaleString('en')} of {(last + 1).toLocaleString('en')},{' '}
          <span class="mut">from byte {(at * PART + 1).toLocaleString('en')}</span>
        </span>
      </div>
      <pre tabIndex={0} ref={box} aria-label="Source of this part">
        {text}
      </pre>
    </section>
  );
}

/** The text of a part. What the packet does not have is fetched; the part before stays in sight meanwhile. */
function usePart({ number, bytes }: LoadedRow['packet'], read: ReadPart, part: number): string {
  const here = (part + 1) * PART + MORE <= bytes.byteLength;
  const [fetched, setFetched] = useState('');
  useEffect(() => {
    if (here) return;
    let wanted = true;
    void read(number, part * PART, PART + MORE).then((bytes) => {
      if (wanted) setFetched(bytes ? textOfPart(new Uint8Array(bytes), part === 0) : '');
    });
    return () => {
      wanted = false;
    };
  }, [here, read, number, part]);
  if (!here) return fetched;
  return textOfPart(new Uint8Array(bytes, part * PART, PART + MORE), part === 0);
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
