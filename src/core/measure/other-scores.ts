/** The numbers of one row, by the name of their field. */
type RowScores = ReadonlyMap<string, number>;

/** The numbers of another file's rows, by what the rows of both files are known by. */
export class OtherScores {
  /** By row key, then by model; null where several rows cannot be told apart. */
  private readonly rows = new Map<string, Map<string, RowScores | null>>();

  add(key: string, model: string, scores: RowScores): void {
    const models = this.rows.get(key) ?? new Map<string, RowScores | null>();
    this.rows.set(key, models);
    models.set(model, models.has(model) ? null : scores);
  }

  /** The row that has the key; of one for each model, that of the same model. Null where there is none, or which is meant cannot be told. */
  of(key: string, model: string): RowScores | null {
    const models = this.rows.get(key);
    const [only = null] = models?.size === 1 ? models.values() : [];
    return only ?? models?.get(model) ?? null;
  }
}
