/** A rule's name as a cell has room for: `maths/unclosed-group` is "maths: unclosed group". */
export function ruleWords(rule: string): string {
  const [check = '', ...rest] = rule.split('/');
  const words = [check, rest.join(' ')].map((part) => part.replaceAll(/[-_]+/g, ' ')).filter(Boolean);
  return words.join(': ');
}
