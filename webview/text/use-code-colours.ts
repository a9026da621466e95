import { useContext, useEffect, useReducer } from 'preact/hooks';
import type { Colouring } from './code-colours';
import { TextContext } from './text-services';

/** What colours programs: null until it is there. It is asked for by the first program that is shown. */
export function useCodeColours(wanted: boolean): Colouring | null {
  const services = useContext(TextContext);
  const [, redraw] = useReducer<number, void>((count) => count + 1, 0);
  const known = services.kind === 'static' ? services.colouring : services.colours.known;
  useEffect(() => {
    if (!wanted || known || services.kind === 'static') return undefined;
    let gone = false;
    void services.colours.load().then(() => {
      if (!gone) redraw();
    });
    return () => {
      gone = true;
    };
  }, [wanted, known, services]);
  return wanted ? known : null;
}
