/** What is put before a problem to make a prompt of it, a piece each. */
const BEFORE = [
  /^\s*(?:<[|｜][^|｜>]+[|｜]>\s*(?:system\b[\s\S]*?<\|[^|>]+\|>\s*)?(?:user\s*\n)?)+/,
  /^\s*Tools? available:[^\n]*\n[\s\S]*?(?=\n\s*(?:please )?(?:solve|answer) (?:the following|this)\b)/i,
  /^\s*Below is an instruction that describes a task[^\n]*\n+/,
  /^\s*(?:please )?(?:solve|answer|work out) (?:the following|this) [^\n]*?(?:problem|question|exercise)\b(?:[^\n:.]*:(?=\s)|[^\n]*?\b(?:question|problem)\s*:(?=\s)|[^\n]*\n\s*\n|[^\n:$\d]*\.\s*\n)\s*/i,
  /^\s*(?:simplify your answer|(?:present|put|give|write) (?:your|the) (?:final )?answer)\b[^\n]*\n+/i,
  /^\s*#{0,4}\s*(?:instruction|question|problem)\s*:?\s*\n+/i,
  /^\s*(?:question|problem|q)\s*:\s*/i,
];

/** What is put after it. */
const AFTER = [
  /\s*<[|｜][^|｜>]+[|｜]>(?:\s*<\|[^|>]+\|>\s*assistant)?\s*(?:<think>\s*)?$/,
  /\s*\n\s*#{0,4}\s*(?:response|solution|answer|a)\s*:?\s*$/i,
  /\s+let['’]s think step by step\b[^\n]*$/i,
  /\s*\n\s*remember to (?:put|box|write)\b[^\n]*$/i,
  /\s+(?:please|you must|make sure to|put your|present the|write your|give your|return your|think)\b[^\n]{0,200}?(?:\\boxed|final answer|step[- ]by[- ]step)[^\n]*$/i,
];

/** Where the problem stands in a prompt, without the usual instructions to a model. The whole text where nothing would be left. */
export function problemInPrompt(text: string): { start: number; end: number } {
  let start = 0;
  let end = text.length;
  for (const piece of BEFORE) start += piece.exec(text.slice(start))?.[0].length ?? 0;
  for (const piece of [...AFTER, ...AFTER]) end -= piece.exec(text.slice(start, end))?.[0].length ?? 0;
  return text.slice(start, end).trim() === '' ? { start: 0, end: text.length } : trimmed(text, start, end);
}

function trimmed(text: string, from: number, to: number): { start: number; end: number } {
  const part = text.slice(from, to);
  const start = from + (part.length - part.trimStart().length);
  return { start, end: start + part.trim().length };
}
