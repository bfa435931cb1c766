/** Objects as the items of a JSON list, one a line. */
export async function* jsonItems(objects: AsyncIterable<object>): AsyncGenerator<string> {
  let mark = '\n';
  for await (const object of objects) {
    yield mark + JSON.stringify(object);
    mark = ',\n';
  }
}
