import { afterEach } from 'vitest'
import { startWorld, type World, type WorldOptions } from '../harness.ts'

/** Worlds in which limits count; each ends with the test that opened it. To be called once a file. */
export function limitedWorlds(
  always: WorldOptions = {},
): (options?: WorldOptions) => Promise<World> {
  const worlds: World[] = []
  afterEach(async () => {
    await Promise.all(worlds.splice(0).map((world) => world.stop()))
  })
  return async (options = {}) => {
    const world = await startWorld({ rateLimits: true, ...always, ...options })
    worlds.push(world)
    return world
  }
}
