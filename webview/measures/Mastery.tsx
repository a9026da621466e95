import type { Mastery as MasteryCounts } from '../../src/core/measure/composed-problem';

/** Composed problems by what the parts that were solved say of the whole. */
export function Mastery({ mastery }: { mastery: MasteryCounts }) {
  const { problems, insufficientKnowledge, inadequateGeneralization, strict, loose } = mastery;
  const lines = [
    { name: 'Insufficient knowledge', counts: [insufficientKnowledge, insufficientKnowledge] },
    { name: 'Inadequate generalization', counts: [inadequateGeneralization, inadequateGeneralization] },
    { name: 'Complete mastery', counts: [strict.completeMastery, loose.completeMastery] },
    { name: 'Rote memorization', counts: [strict.roteMemorization, loose.roteMemorization] },
  ];
  return (
    <section>
      <header>
        <h2>Parts and wholes</h2>
        <span class="mut num">
          {problems.toLocaleString('en')} composed problems (We-Math, Qiao et al. 2024)
        </span>
      </header>
      <table class="numbers num">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">strict</th>
            <th scope="col">loose</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, counts }) => (
            <tr>
              <th scope="row">{name}</th>
              {counts.map((count) => (
                <td>
                  {((100 * count) / problems).toFixed(1)} % <span class="mut">{count}</span>
                </td>
              ))}
            </tr>
          ))}
          <Line name="Rote share of wholes solved" values={[strict.roteShare, loose.roteShare]} />
          <Line name="Score" values={[strict.score, loose.score]} />
        </tbody>
      </table>
    </section>
  );
}

function Line({ name, values }: { name: string; values: (number | null)[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value) => (
        <td>{value === null ? 'none solved' : `${(100 * value).toFixed(1)} %`}</td>
      ))}
    </tr>
  );
}
