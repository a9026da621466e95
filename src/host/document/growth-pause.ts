/** A file that grew is read whole again when it was left alone for so long, */
const QUIET_MS = 2000;
/** or when it has been growing for so long. */
const LONGEST_GROWTH_MS = 30_000;

/** A running job appends row after row: what is read from the whole file waits until it pauses. */
export class GrowthPause {
  private readonly onPause: () => void;
  private quiet: NodeJS.Timeout | undefined;
  /** Since when the file grows without having been read whole; null when it was. */
  private growingSince: number | null = null;

  constructor(onPause: () => void) {
    this.onPause = onPause;
  }

  /** The file grew. */
  grew(): void {
    this.growingSince ??= Date.now();
    const left = this.growingSince + LONGEST_GROWTH_MS - Date.now();
    clearTimeout(this.quiet);
    this.quiet = setTimeout(this.onPause, Math.max(0, Math.min(QUIET_MS, left)));
  }

  /** The file is read whole now, or not any more. */
  end(): void {
    clearTimeout(this.quiet);
    this.growingSince = null;
  }
}
