import type { Finding, Severity } from './finding';

/** What a project says of one check, or of one rule of a check. */
export interface CheckSetting {
  severity?: 'off' | Severity | undefined;
  options?: Record<string, unknown> | undefined;
}

/** By the id of a check (`schema`) or of one of its rules (`schema/missing`). Plain data: it goes to threads. */
export type CheckSettings = Readonly<Record<string, CheckSetting>>;

export const noSettings: CheckSettings = {};

/** Whether a whole check is off, with no rule of it that is on by itself. */
export function isOff(check: string, settings: CheckSettings): boolean {
  if (settings[check]?.severity !== 'off') return false;
  const ownRules = Object.keys(settings).filter((id) => id.startsWith(`${check}/`));
  return ownRules.every((id) => (settings[id]?.severity ?? 'off') === 'off');
}

/** A finding as the settings would have it; none where they turn it off. What is said of its rule stands before what is said of its check. */
export function asSet<Found extends Pick<Finding, 'check' | 'rule' | 'severity'>>(
  found: Found,
  settings: CheckSettings,
): Found[] {
  const severity = settings[found.rule]?.severity ?? settings[found.check]?.severity;
  if (severity === undefined) return [found];
  return severity === 'off' ? [] : [{ ...found, severity }];
}
