import type { ComponentChildren } from 'preact';

interface CountMatrixProps {
  title: string;
  annotators: [string, string];
  /** What each row and column is about. */
  heads: { name?: string; shown: ComponentChildren }[];
  /** How often the first said the one (row) and the second the other (column). */
  matrix: number[][];
}

/** How often one annotator said what where the other said what. */
export function CountMatrix({ title, annotators, heads, matrix }: CountMatrixProps) {
  const most = Math.max(1, ...matrix.flat());
  return (
    <section class="opt">
      <header>
        <h2>{title}</h2>
        <span class="r mut">
          rows {annotators[0]}, columns {annotators[1]}
        </span>
      </header>
      <table class="mx num">
        <tr>
          <th />
          {heads.map(({ name, shown }) => (
            <th scope="col" title={name}>
              {shown}
            </th>
          ))}
        </tr>
        {heads.map(({ name, shown }, at) => (
          <tr>
            <th scope="row" title={name}>
              {shown}
            </th>
            {(matrix[at] ?? []).map((often, other) => (
              <td class={at === other ? 'd' : ''} style={{ '--share': Math.round((50 * often) / most) }}>
                {often}
              </td>
            ))}
          </tr>
        ))}
      </table>
    </section>
  );
}
