import type { Json } from '../row/json';
import { membersOf } from './object-members';

/**
 * The rows in an object of a task, as the Number Cookbook keeps them: `{"3": ["123 + 877 = 1000"]}`, whose keys are numbers of digits and
 * whose values are lists of texts. A row for each text, with its task and digits. Null for any other object.
 */
export function rowsOfTask(value: Buffer, task: Buffer): Buffer[] | null {
  const members = membersOf(value);
  if (!members || members.length === 0 || !members.every(({ name }) => /^\d{1,4}$/.test(name))) return null;
  const rows: Buffer[] = [];
  for (const { name, value: list } of members) {
    const texts = textsIn(list);
    if (!texts) return null;
    for (const text of texts)
      rows.push(
        Buffer.from(`{"task":${task.toString()},"digits":${Number(name)},"text":${JSON.stringify(text)}}`),
      );
  }
  return rows;
}

function textsIn(list: Buffer): string[] | null {
  const texts = JSON.parse(list.toString()) as Json;
  if (!Array.isArray(texts)) return null;
  return texts.every((text) => typeof text === 'string') ? texts : null;
}
