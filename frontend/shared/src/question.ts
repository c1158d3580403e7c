/** A question to the service whose answer and variables are known; the two types exist for the compiler only. */
export interface Question<Answer, Variables> {
  readonly text: string;
  readonly answer?: Answer;
  readonly variables?: Variables;
}
