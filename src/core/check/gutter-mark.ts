import { WORST_FIRST } from './finding';
import type { Finding, Severity } from './finding';

/** What the gutter of a text editor shows beside a row. */
export interface GutterMark {
  /** The worst that was found and not settled; null where nothing was. */
  severity: Severity | null;
  /** Whether somebody flagged it, and the flag is open. */
  flagged: boolean;
}

/** The mark of a row; null for one that needs none. */
export function gutterMark(
  findings: readonly Pick<Finding, 'severity'>[],
  flagged: boolean,
): GutterMark | null {
  const severity = WORST_FIRST.find((each) => findings.some((finding) => finding.severity === each)) ?? null;
  return severity !== null || flagged ? { severity, flagged } : null;
}
