import { digest } from '../row/key';
import type { Finding } from './finding';

/** What a finding is known by over runs and edits: not its place, so that text before it may change. */
export function findingDigest({ rule, path, message, evidence }: Finding): string {
  const field = rule.startsWith('hygiene/') ? [] : path; // a verdict on a sign is about the whole row
  return digest(JSON.stringify([rule, field, message, evidence]));
}
