/** Arguments for a Chromium that shows a test's page. */
export const CHROMIUM_ARGS: string[];
/** The path of a Chromium. Rejects when there is none and none can be installed. */
export function ensureChromium(): Promise<string>;
