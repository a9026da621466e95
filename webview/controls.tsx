import type { ComponentChildren, FunctionComponent, HTMLAttributes, TargetedEvent } from 'preact';

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
