import type { Colouring } from './code-colours';

/** What the script beside the page's own exports. */
interface ColoursModule {
  colourPython: Colouring;
}

/** Fetches what colours programs when the first one is shown: most datasets have none. */
export class CodeColourLoader {
  known: Colouring | null = null;
  private loading: Promise<Colouring | null> | null = null;

  /** Null when it cannot be had: programs are shown in one colour. */
  load(): Promise<Colouring | null> {
    return (this.loading ??= this.fetch());
  }

  private async fetch(): Promise<Colouring | null> {
    try {
      const address = new URL('code-colours.js', import.meta.url).href; // beside the page's own script
      const { colourPython } = (await import(address)) as ColoursModule;
      this.known = colourPython;
    } catch {
      this.known = null;
    }
    return this.known;
  }
}
