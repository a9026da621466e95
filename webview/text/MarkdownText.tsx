import type { ComponentChildren } from 'preact';
import { unmask } from '../../src/core/maths/markdown-mask';
import { CodeCells, cellOf, marksWithin } from './CodeCells';
import { InlineText } from './InlineText';
import type { DrawnText } from './InlineText';
import { marked } from './marked';
import type { Nodes, Root } from './markdown';
import { namedImage } from '../../src/core/profile/row-pictures';
import { Picture } from '../pictures/Picture';

/** A text's Markdown as nodes. Raw HTML stays text, a link shows where it leads and cannot be followed. */
export function MarkdownText({ tree, in: drawn }: { tree: Root; in: DrawnText }): ComponentChildren {
  return children(tree, drawn);
}

/** Markdown nested more deeply than this is drawn as it is written: nobody means it, and it would exhaust the stack. */
const DEEPEST = 60;

function children(parent: Extract<Nodes, { children: unknown }>, drawn: DrawnText): ComponentChildren {
  if (drawn.depth > DEEPEST) return asWritten(parent, drawn);
  const deeper = { ...drawn, depth: drawn.depth + 1 };
  return parent.children.map((child) => node(child, deeper));
}

function node(markdown: Nodes, drawn: DrawnText): ComponentChildren {
  switch (markdown.type) {
    case 'text':
      return text(markdown, drawn);
    case 'paragraph':
      return <p>{children(markdown, drawn)}</p>;
    case 'heading':
      return <p class="heading">{children(markdown, drawn)}</p>;
    case 'emphasis':
      return <em>{children(markdown, drawn)}</em>;
    case 'strong':
      return <strong>{children(markdown, drawn)}</strong>;
    case 'blockquote':
      return <blockquote>{children(markdown, drawn)}</blockquote>;
    case 'list':
      return list(markdown, drawn);
    case 'listItem':
      return <li>{children(markdown, drawn)}</li>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'inlineCode':
      return markedNode(markdown, drawn, <code>{unmask(markdown.value)}</code>);
    case 'code':
      return codeBlock(markdown, drawn);
    case 'table':
      return (
        <div class="table-scroll">
          <table>{children(markdown, drawn)}</table>
        </div>
      );
    case 'tableRow':
      return <tr>{children(markdown, drawn)}</tr>;
    case 'tableCell':
      return <td>{children(markdown, drawn)}</td>;
    case 'link':
      return <span title={markdown.url}>{children(markdown, drawn)}</span>;
    case 'image':
      return <Picture medium={namedImage(markdown.url)} description={markdown.alt ?? ''} />;
    default:
      return asWritten(markdown, drawn);
  }
}

function list(markdown: Extract<Nodes, { type: 'list' }>, drawn: DrawnText): ComponentChildren {
  const items = children(markdown, drawn);
  if (!markdown.ordered) return <ul>{items}</ul>;
  return <ol start={markdown.start ?? 1}>{items}</ol>;
}

function text(markdown: Extract<Nodes, { type: 'text' }>, drawn: DrawnText): ComponentChildren {
  const { start, end } = offsets(markdown);
  const changed = markdown.value.length !== end - start;
  return changed ? (
    changedText(markdown.value, start, end, drawn)
  ) : (
    <InlineText in={drawn} start={start} end={end} />
  );
}

/**
 * Markdown took escapes out (`\%`, `&lt;`), so that offsets inside no longer hold. Formulas are still found, as runs of
 * the mask; the prose between them is drawn as Markdown has it.
 */
function changedText(value: string, start: number, end: number, drawn: DrawnText): ComponentChildren {
  const opaque = drawn.segments.filter(
    ({ kind, start: from, end: to }) => kind !== 'prose' && kind !== 'code' && from >= start && to <= end,
  );
  let rest = value;
  let at = start;
  const parts: ComponentChildren[] = [];
  for (const segment of opaque) {
    const run = drawn.masked.slice(segment.start, segment.end);
    const found = rest.indexOf(run);
    if (found === -1) continue;
    parts.push(<InlineText in={drawn} start={at} end={segment.start} prose={unmask(rest.slice(0, found))} />);
    parts.push(<InlineText in={drawn} start={segment.start} end={segment.end} />);
    rest = rest.slice(found + run.length);
    at = segment.end;
  }
  parts.push(<InlineText in={drawn} start={at} end={end} prose={unmask(rest)} />);
  return parts;
}

/** A program or its output, out of the text itself: Markdown may have seen a mask of it. */
function codeBlock(markdown: Extract<Nodes, { type: 'code' }>, drawn: DrawnText): ComponentChildren {
  const { start } = offsets(markdown);
  const segment = drawn.segments.find((each) => each.cell && each.start <= start && start < each.end);
  if (!segment?.cell) return <pre>{markedNode(markdown, drawn, unmask(markdown.value))}</pre>;
  return <CodeCells {...cellOf(segment)} marks={marksWithin(drawn.marks, segment.cell.from)} />;
}

/** Code is marked as a whole: Markdown may have changed what is in it. */
function markedNode(markdown: Nodes, drawn: DrawnText, content: ComponentChildren): ComponentChildren {
  const { start, end } = offsets(markdown);
  return marked(drawn.marks, start, end, content);
}

function asWritten(markdown: Nodes, drawn: DrawnText): ComponentChildren {
  const { start, end } = offsets(markdown);
  return <InlineText in={drawn} start={start} end={end} />;
}

function offsets({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}
