import katex from 'katex';
import type { KatexOptions } from 'katex';

/** A box of KaTeX's build tree, which it does not document. */
interface Box {
  attributes?: Record<string, string>;
  children?: Box[];
  toNode(): Node;
}

const { __renderToDomTree: build } = katex as unknown as {
  __renderToDomTree: (tex: string, options: KatexOptions) => Box;
};

/**
 * A formula's nodes. The page's policy refuses `style` as an attribute, which KaTeX gives to the drawing of a tall brace, and
 * without which it has no width; so that style is set as rules, as KaTeX sets all others.
 *
 * @throws katex.ParseError of a formula that cannot be typeset.
 */
export function katexNodes(tex: string, options: KatexOptions): Node {
  const formula = build(tex, options);
  styleByRules(formula);
  return formula.toNode();
}

function styleByRules(box: Box): void {
  const style = box.attributes?.['style'];
  if (box.attributes && style !== undefined) {
    delete box.attributes['style'];
    const toNode = box.toNode.bind(box);
    box.toNode = () => {
      const node = toNode() as SVGElement;
      node.style.cssText = style;
      return node;
    };
  }
  box.children?.forEach(styleByRules);
}
