/** Those who want to know. What one of them throws is theirs, and stops nobody. */
export class Listeners<T extends readonly unknown[] = []> {
  readonly #all = new Set<(...told: T) => void>()

  get size(): number {
    return this.#all.size
  }

  add(listener: (...told: T) => void): () => void {
    this.#all.add(listener)
    return () => this.#all.delete(listener)
  }

  tell(...told: T): void {
    for (const listener of this.#all) {
      try {
        listener(...told)
      } catch (error) {
        reportError(error)
      }
    }
  }
}
