/** A document stands in its library, but a reader could not be let in. The words say what to do about it, and name nobody. */
export class NotShared extends Error {
  override readonly name = 'NotShared';
  readonly words: string;

  constructor(words: string) {
    super(words);
    this.words = words;
  }
}
