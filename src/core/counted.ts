/** How many of a thing there are, as people write it: `1 row`, `1,024 rows`. `things` is for nouns that take another ending than s. */
export function counted(count: number, thing: string, things = `${thing}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? thing : things}`;
}
