import katex from 'katex';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { drawRings, withRings } from './formula-rings';
import type { Ring } from './formula-rings';
import { TextContext } from './text-services';
import type { TextServices } from './text-services';
import { formulaFault, katexOptions, lengthFault } from './typeset';
import type { Typeset } from './typeset';

interface FormulaProps {
  tex: string;
  display: boolean;
  /** What is wrong with it before it is even typeset, for example a delimiter that is not closed. */
  problem?: string | undefined;
  /** Parts that are ringed: UTF-16 offsets in the source. */
  rings?: Ring[] | undefined;
}

/** One formula. Until it is typeset, and when it cannot be, its source stands in its place. */
export function Formula(props: FormulaProps) {
  const services = useContext(TextContext);
  return services.kind === 'live' ? (
    <LiveFormula {...props} services={services} />
  ) : (
    <StaticFormula {...props} />
  );
}

type LiveServices = Extract<TextServices, { kind: 'live' }>;

function LiveFormula({ tex, display, problem, rings, services }: FormulaProps & { services: LiveServices }) {
  const place = useRef<HTMLSpanElement>(null);
  const ringed = rings && JSON.stringify(rings); // a list is a new one each time, though it says the same
  useLayoutEffect(() => {
    const node = place.current;
    if (!node) return undefined;
    if (node.classList.contains('ring')) node.classList.remove('ring');
    if (problem !== undefined) return fill(node, tex, { ok: false, message: problem, position: null });
    const leave = services.queue.add(() => {
      if (ringed !== undefined && fillWithRings(node, tex, display, JSON.parse(ringed) as Ring[], services))
        return;
      fill(node, tex, services.typesetter.typeset(tex, display));
    });
    if (!leave) return undefined;
    node.textContent = tex;
    return leave;
  }, [tex, display, problem, ringed, services]);
  return <span ref={place} class={display ? 'formula display' : 'formula'} role="math" aria-label={tex} />;
}

/** Typesets a formula with parts of it ringed; where such a part cannot stand alone, all of it is ringed, and false returned. */
function fillWithRings(
  place: HTMLElement,
  tex: string,
  display: boolean,
  rings: Ring[],
  { typesetter }: LiveServices,
): boolean {
  const typeset = typesetter.typeset(withRings(tex, rings), display);
  place.classList.toggle('ring', !typeset.ok);
  if (!typeset.ok) return false;
  drawRings(typeset.node);
  fill(place, tex, typeset);
  return true;
}

function fill(place: HTMLElement, tex: string, typeset: Typeset): void {
  place.replaceChildren(...(typeset.ok ? typeset.node.childNodes : [brokenFormula(tex, typeset)]));
  place.classList.toggle('failed', !typeset.ok);
}

function brokenFormula(
  tex: string,
  { message, position }: { message: string; position: number | null },
): HTMLElement {
  const box = element('span', 'broken');
  const source = element('code', '');
  const cut = position === null ? tex.length : Math.min(position, tex.length - 1);
  source.append(tex.slice(0, cut));
  if (cut < tex.length) {
    const fault = element('u', '');
    fault.textContent = tex.slice(cut);
    source.append(fault);
  }
  const why = element('span', 'why');
  why.textContent = faultText(message, position);
  box.append(source, why);
  return box;
}

function element(tag: string, name: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = name;
  return node;
}

function faultText(message: string, position: number | null): string {
  const place = position === null ? '' : ` at character ${position + 1}`;
  return `Not typeset: ${message}${place}.`;
}

function StaticFormula({ tex, display, problem }: FormulaProps) {
  const drawn =
    problem === undefined ? drawFormula(tex, display) : { html: null, why: faultText(problem, null) };
  const name = display ? 'formula display' : 'formula';
  if (drawn.html !== null) return <span class={name} dangerouslySetInnerHTML={{ __html: drawn.html }} />;
  return (
    <span class={`${name} failed`}>
      <span class="broken">
        <code>{tex}</code>
        <span class="why">{drawn.why}</span>
      </span>
    </span>
  );
}

function drawFormula(tex: string, display: boolean): { html: string; why: '' } | { html: null; why: string } {
  const fault = lengthFault(tex);
  if (fault) return { html: null, why: faultText(fault.message, null) };
  try {
    return { html: katex.renderToString(tex, katexOptions(display, true)), why: '' };
  } catch (error) {
    const { message, position } = formulaFault(error);
    return { html: null, why: faultText(message, position) };
  }
}
