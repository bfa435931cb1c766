/** Where a file of the build is served, as the page that the service sent has it. */
export function placeOf(name: 'layout' | 'world'): string {
  return document.getElementById('app')?.dataset[name] ?? '';
}
