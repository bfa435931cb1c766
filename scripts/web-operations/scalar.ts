/** What a scalar of the schema is in a browser. */
export function scalar(name: string): string {
  if (name === 'Int' || name === 'Float') return 'number';
  return name === 'Boolean' ? 'boolean' : 'string';
}
