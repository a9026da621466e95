import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import {
  ToolkitButton,
  ToolkitCheckbox,
  ToolkitDropdown,
  ToolkitOption,
  ToolkitProgressRing,
  valueOf,
} from './toolkit';

interface ButtonProps {
  onPress: () => void;
  /** `quiet` is text with its key, `label` is one of the four label places, `primary` confirms a form. */
  look: 'quiet' | 'label' | 'primary' | 'secondary';
  class?: string;
  /** For buttons whose content is no words. */
  name?: string;
  title?: string;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  /** A press with the mouse leaves the focus where it is, so that the next key is the page's. */
  leavesFocus?: boolean;
  children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const {
    onPress,
    look,
    name,
    title,
    pressed,
    expanded,
    disabled = false,
    leavesFocus = false,
    children,
    ...rest
  } = props;
  const button = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const inner = button.current?.shadowRoot?.querySelector('button'); // what a screen reader is told of: the library tells it neither
    setState(inner, 'aria-pressed', pressed);
    setState(inner, 'aria-expanded', expanded);
  }, [pressed, expanded]);
  return (
    <ToolkitButton
      ref={button}
      disabled={disabled}
      appearance={look === 'primary' ? 'primary' : 'secondary'}
      class={`button ${look} ${rest.class ?? ''}`}
      aria-label={name}
      title={title}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onPress}
      onMouseDown={(event: MouseEvent) => leavesFocus && leaveFocus(event)}
    >
      {children}
    </ToolkitButton>
  );
}

/** Not where the page has no keys, or a text box has them: there the press takes the focus. */
function leaveFocus(event: MouseEvent): void {
  if (document.hasFocus() && !isTyping(document.activeElement)) event.preventDefault();
}

function setState(element: Element | null | undefined, name: string, on: boolean | undefined): void {
  if (on === undefined) element?.removeAttribute(name);
  else element?.setAttribute(name, String(on));
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <ToolkitDropdown aria-label={label} value={value} onChange={(event) => onChoose(valueOf(event))}>
        {options.map((option) => (
          <ToolkitOption value={option.value}>{option.text}</ToolkitOption>
        ))}
      </ToolkitDropdown>
    </label>
  );
}

interface TabsProps<Id extends string> {
  label: string;
  chosen: Id;
  tabs: readonly { id: Id; title: string; content: ComponentChildren }[];
  onChoose: (id: Id) => void;
}

/** Views of one thing, of which one is in front. */
export function Tabs<Id extends string>({ label, chosen, tabs, onChoose }: TabsProps<Id>) {
  return (
    <div class="views" role="tablist" aria-label={label}>
      {tabs.map(({ id, title, content }) => (
        <button
          type="button"
          role="tab"
          aria-selected={id === chosen}
          title={title}
          onClick={() => onChoose(id)}
        >
          {content}
        </button>
      ))}
    </div>
  );
}

interface CheckProps {
  checked: boolean;
  disabled?: boolean;
  onChange: () => void;
  children: ComponentChildren;
}

export function Check({ checked, disabled = false, onChange, children }: CheckProps) {
  return (
    <ToolkitCheckbox
      class="check"
      checked={checked}
      disabled={disabled}
      onClick={() => !disabled && onChange()}
    >
      {children}
    </ToolkitCheckbox>
  );
}

/** Work is under way, and nobody knows how long it takes. */
export function Busy({ children }: { children: ComponentChildren }) {
  return (
    <span class="busy" role="status">
      <ToolkitProgressRing /> {children}
    </span>
  );
}

/** Whether keys that are typed now go into a text box, or to what has keys of its own. */
export function isTyping(element: Element | null): boolean {
  return (
    element !== null &&
    (/^(vscode-text-(area|field)|vscode-dropdown|input|textarea|select)$/i.test(element.tagName) ||
      element.matches('[data-own-keys]'))
  );
}

/** Whether Enter or Space now press a control. */
export function isControl(element: Element | null): boolean {
  return element !== null && /^(vscode-(button|checkbox|option)|button|summary|a)$/i.test(element.tagName);
}
