import type { ComponentChildren, FunctionComponent, HTMLAttributes, Ref, TargetedEvent } from 'preact';
import { useImperativeHandle, useLayoutEffect, useRef } from 'preact/hooks';

/** The one place that knows which library the page's controls come from. */
export async function registerControls(): Promise<void> {
  const toolkit = await import('@vscode/webview-ui-toolkit');
  toolkit
    .provideVSCodeDesignSystem()
    .register(
      toolkit.vsCodeButton(),
      toolkit.vsCodeCheckbox(),
      toolkit.vsCodeDropdown(),
      toolkit.vsCodeOption(),
      toolkit.vsCodeProgressRing(),
      toolkit.vsCodeTextArea(),
      toolkit.vsCodeTextField(),
    );
}

/** A custom element for use in JSX. */
function tag<Own = object>(name: string): FunctionComponent<HTMLAttributes<HTMLElement> & Own> {
  return name as unknown as FunctionComponent<HTMLAttributes<HTMLElement> & Own>;
}

const ToolkitButton = tag<{ appearance: string }>('vscode-button');
const ToolkitCheckbox = tag<{ checked: boolean }>('vscode-checkbox');
const ToolkitDropdown = tag<{ value: string }>('vscode-dropdown');
const ToolkitOption = tag<{ value: string }>('vscode-option');
const ToolkitProgressRing = tag('vscode-progress-ring');
const ToolkitTextArea = tag<{ rows: number; resize: string; value: string; placeholder: string }>(
  'vscode-text-area',
);
const ToolkitTextField = tag<{ value: string; placeholder: string; spellcheck: boolean }>(
  'vscode-text-field',
);

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
  children: ComponentChildren;
}

export function Button({ onPress, look, name, title, pressed, expanded, children, ...rest }: ButtonProps) {
  return (
    <ToolkitButton
      appearance={look === 'primary' ? 'primary' : 'secondary'}
      class={`button ${look} ${rest.class ?? ''}`}
      aria-label={name}
      title={title}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onPress}
    >
      {children}
    </ToolkitButton>
  );
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

interface TextBoxProps {
  label: string;
  value: string;
  placeholder: string;
  onInput: (value: string) => void;
}

export function TextBox({ label, value, placeholder, onInput }: TextBoxProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <ToolkitTextArea
        aria-label={label}
        placeholder={placeholder}
        data-first
        rows={4}
        resize="none"
        value={value}
        onInput={(event) => onInput(valueOf(event))}
      />
    </label>
  );
}

/** A text box with a list of what can be typed in it. */
export interface ComboBox {
  focus(): void;
  /** UTF-16 offset in its text. */
  readonly caret: number;
  setCaret(at: number): void;
}

interface ComboBoxProps {
  /** Gives hold of the box. */
  box: Ref<ComboBox>;
  label: string;
  value: string;
  placeholder: string;
  /** Element id of the list, and of the option in hand; null while there is none. */
  list: string | null;
  option: string | null;
  invalid: boolean;
  onInput: (value: string) => void;
  onFocus: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function ComboBoxField({ box, label, list, option, invalid, onInput, ...rest }: ComboBoxProps) {
  const field = useRef<HTMLElement>(null);
  const input = () => field.current?.shadowRoot?.querySelector('input') ?? null;
  useImperativeHandle(box, () => ({
    focus: () => input()?.focus(),
    get caret() {
      return input()?.selectionStart ?? 0;
    },
    setCaret: (at) => input()?.setSelectionRange(at, at),
  }));
  useLayoutEffect(() => field.current?.setAttribute('aria-label', label), [label]); // the library has set its own
  useLayoutEffect(() => describeCombo(input(), list, option));
  return (
    <ToolkitTextField
      ref={field}
      class="combo"
      aria-label={label}
      aria-invalid={invalid}
      spellcheck={false}
      onInput={(event) => onInput(valueOf(event))}
      {...rest}
    />
  );
}

/** The library's text field knows nothing of lists: its inner box, which has the focus, is told. */
function describeCombo(input: HTMLInputElement | null, list: string | null, option: string | null): void {
  if (!input) return;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', String(list !== null));
  input.setAttribute('autocomplete', 'off');
  Object.assign(input, {
    ariaControlsElements:
      list === null ? null : [document.getElementById(list)].filter((each) => each !== null),
    ariaActiveDescendantElement: option === null ? null : document.getElementById(option),
  });
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
  onChange: () => void;
  children: ComponentChildren;
}

export function Check({ checked, onChange, children }: CheckProps) {
  return (
    <ToolkitCheckbox class="check" checked={checked} onClick={onChange}>
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

/** Whether keys that are typed now go into a text box. */
export function isTyping(element: Element | null): boolean {
  return (
    element !== null &&
    /^(vscode-text-(area|field)|vscode-dropdown|input|textarea|select)$/i.test(element.tagName)
  );
}

/** Whether Enter or Space now press a control. */
export function isControl(element: Element | null): boolean {
  return element !== null && /^(vscode-(button|checkbox|option)|button|summary|a)$/i.test(element.tagName);
}

function valueOf(event: TargetedEvent<HTMLElement>): string {
  const { currentTarget } = event;
  return 'value' in currentTarget ? String(currentTarget.value) : '';
}
