import { UsageError } from './exit-codes';

export function wholeNumber(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`${option} is a whole number from 1 on`);
  return Number(text);
}
