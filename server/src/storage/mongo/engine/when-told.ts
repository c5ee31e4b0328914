import type { Echo } from './feed.ts'

/**
 * `write` answers if it changed what `echo` was expected of. Whoever is answered after this reads nothing on this server
 * that relies on what was before.
 */
export async function whenTold(echo: Echo, write: () => Promise<boolean>): Promise<boolean> {
  let written = false
  try {
    written = await write()
  } finally {
    if (!written) echo.cancel()
  }
  await echo.told
  return written
}
