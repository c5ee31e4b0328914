/** Where the stores of the benches lie. Each is named by its DATABASE_URL. */
export interface Engine {
  /** With the version, where it is a server's of its own. */
  readonly name: string
  readonly kind: 'sqlite' | 'mongo'
  /** So many servers can work on one store. */
  readonly servers: 1 | 2
  urlOf(name: string): string
  copy(from: string, to: string): Promise<void>
  remove(url: string): Promise<void>
  close(): Promise<void>
}
