import { buildServer } from '../../scripts/build.mjs'

/** The proof is about the server as it is built. */
export function setup(): void {
  buildServer()
}
