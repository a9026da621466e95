/** Models' labels are suggestions: compared with people's, never counted as theirs. */
export function isModel(annotator: string): boolean {
  return annotator.startsWith('model:');
}
