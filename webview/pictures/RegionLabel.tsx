import { useEffect, useRef, useState } from 'preact/hooks';
import { ComboBoxField } from '../text-boxes';
import type { ComboBox } from '../text-boxes';

interface RegionLabelProps {
  /** What the last region was called. */
  first: string;
  onTake: (label: string) => void;
  onLeave: () => void;
}

/** Asks what a region shows. Enter keeps it. */
export function RegionLabel({ first, onTake, onLeave }: RegionLabelProps) {
  const box = useRef<ComboBox>(null);
  const [label, setLabel] = useState(first);
  useEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onTake(label.trim());
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="region-label">
      <ComboBoxField
        box={box}
        label="What this region shows"
        value={label}
        placeholder="What this region shows"
        list={null}
        option={null}
        invalid={false}
        onInput={setLabel}
        onFocus={() => undefined}
        onBlur={() => undefined}
        onKeyDown={onKeyDown}
      />
      <span class="mut">
        keep <kbd>↵</kbd> leave <kbd>Esc</kbd>
      </span>
    </div>
  );
}
