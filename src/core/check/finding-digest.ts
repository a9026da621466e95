import { digest } from '../row/key';
import type { Finding } from './finding';

/** What a finding is known by over runs and edits: not its place, so that text before it may change. */
export function findingDigest({ rule, path, message, evidence }: Finding): string {
  return digest(JSON.stringify([rule, path, message, evidence]));
}
