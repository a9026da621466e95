/** By row of the file (0-based), the rules of its findings. */
type RulesByRow = ReadonlyMap<number, readonly string[]>;

const UNLIKE = 'answer/verdict';

export function hasDisputedVerdicts(rules: RulesByRow): boolean {
  for (const found of rules.values()) if (found.includes(UNLIKE)) return true;
  return false;
}

/** Rows of the file, those first of which the dataset says otherwise than its answers do; else they stay in their order. */
export function verdictOrder(rules: RulesByRow, fileRows: Uint32Array): Uint32Array {
  const isUnlike = (row: number) => rules.get(row)?.includes(UNLIKE) === true;
  const unlike = fileRows.filter(isUnlike);
  const others = fileRows.filter((row) => !isUnlike(row));
  return Uint32Array.from([...unlike, ...others]);
}
