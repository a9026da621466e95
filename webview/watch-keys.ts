/**
 * Tells whether the page has the focus, and whether keys reach it: then no dialog lies over it either. `data-keys` of the page is "on"
 * while the host has them bound, "typed" from when a text box or a dialog has them until the host has bound them again.
 * @param typing whether a text box has the keys, which the page's acts are not for then
 */
export function watchKeys(
  onFocus: (focused: boolean) => void,
  bindKeys: (on: boolean) => Promise<void>,
  typing: () => boolean = () => false,
): void {
  let told: boolean | null = null;
  const look = () => {
    const focused = document.hasFocus();
    const on = focused && !typing() && document.querySelector('dialog[open]') === null;
    if (!on) showKeys(focused ? 'typed' : 'off');
    if (on === told) onFocus(focused);
    else void tell(on);
  };
  const tell = async (on: boolean) => {
    told = on;
    await bindKeys(on);
    if (told !== on) return;
    if (on) showKeys('on');
    onFocus(document.hasFocus()); // not before: a key would still do what the page says that it does not
  };
  for (const event of ['focus', 'blur']) window.addEventListener(event, look);
  for (const event of ['focusin', 'focusout', 'close'])
    document.addEventListener(event, () => setTimeout(look), true);
  document.addEventListener('visibilitychange', look);
  new MutationObserver(look).observe(document.body, {
    attributes: true,
    attributeFilter: ['open'],
    subtree: true,
  });
  look();
}

function showKeys(state: 'on' | 'off' | 'typed'): void {
  document.documentElement.dataset['keys'] = state;
}

/** Whether an act may be a key that was typed into a text box: the host hears of such a box a moment after it has the keys. */
export function mayBeTyped(): boolean {
  return document.documentElement.dataset['keys'] === 'typed';
}
