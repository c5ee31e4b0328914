import type { LocalMedia } from './local-media.ts'

const patience = 4000

/**
 * Turns on what was on before one goes into a call, for the sake of Firefox, which shows all paths only to a page that has
 * a device; a device that does not come keeps nobody out.
 */
export async function restoreInTime(media: LocalMedia): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([media.restore(), new Promise((go) => (timer = setTimeout(go, patience)))])
  clearTimeout(timer)
}
