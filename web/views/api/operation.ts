/** A question as it is sent, with the types of its answer and variables. */
export interface Operation<Answer, Variables> {
  readonly name: string;
  readonly text: string;
  /** Never there: carries the types. */
  readonly types?: { readonly answer: Answer; readonly variables: Variables };
}
