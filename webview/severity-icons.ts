import type { Severity } from '../src/core/check/finding';

/** The icon that each severity has, wherever findings are shown. */
export const SEVERITY_ICONS: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'info' };
