/** Keeps `$(icon)` in a text that comes from elsewhere from becoming an icon. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
