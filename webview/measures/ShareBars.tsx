import type { ComponentChildren } from 'preact';

export interface Bar {
  label: string;
  /** 0 to 1 */
  value: number;
  interval: { low: number; high: number } | null;
  of: number;
  /** Finds the rows behind it; empty where no query can. */
  query: string;
}

interface ShareBarsProps {
  title: string;
  about: string;
  bars: Bar[];
  onFind: (query: string) => void;
  children?: ComponentChildren;
}

/** Shares as bars on a scale of 0 to 100 %, each with its interval and its numbers. */
export function ShareBars({ title, about, bars, onFind, children }: ShareBarsProps) {
  return (
    <section>
      <header>
        <h2>{title}</h2>
        <span class="mut">{about}</span>
        {children}
      </header>
      <table class="bars">
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row" title={bar.label}>
                {bar.query === '' ? (
                  bar.label
                ) : (
                  <button type="button" class="figure" onClick={() => onFind(bar.query)}>
                    {bar.label}
                  </button>
                )}
              </th>
              <td class="scale" aria-hidden="true">
                <span class="fill" style={{ width: percent(bar.value) }} />
                {bar.interval && (
                  <span
                    class="whisker"
                    style={{
                      left: percent(bar.interval.low),
                      width: percent(bar.interval.high - bar.interval.low),
                    }}
                  />
                )}
              </td>
              <td class="num">{(100 * bar.value).toFixed(1)} %</td>
              <td class="num mut">
                {bar.interval &&
                  `${(100 * bar.interval.low).toFixed(1)} to ${(100 * bar.interval.high).toFixed(1)}`}
              </td>
              <td class="num mut">{bar.of.toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function percent(share: number): string {
  return `${Math.max(0, Math.min(1, share)) * 100}%`;
}
