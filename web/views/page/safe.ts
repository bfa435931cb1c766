/** An address of a report as something to click on; null unless it is plain http or https. */
export function safeUrl(url: string | null): string | null {
  if (url === null) return null;
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null; // What is no address stays text.
  }
}
