/** What is posted to the token endpoint. */
export type TokenForm = Readonly<Record<string, unknown>>;

export function field(form: TokenForm, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}
