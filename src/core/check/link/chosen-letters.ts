import type { CheckedGroup, CheckedMember } from './group-check';

/** Whether all answers of translations are letters of choices. */
export function isByLetter({ type, members }: CheckedGroup): boolean {
  const answers = members.flatMap(({ answer }) => answer ?? []);
  return type === 'translation' && answers.length > 0 && answers.every((answer) => /^[a-j]$/.test(answer));
}

/** The first member with the answer that most have. */
export function commonest(members: CheckedMember[]): CheckedMember | undefined {
  const counts = new Map<string | null, number>();
  for (const { answer } of members) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return members.find(({ answer }) => counts.get(answer) === most);
}
