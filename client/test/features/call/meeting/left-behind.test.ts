// @vitest-environment node
import { expect, it } from 'vitest'
import { FakeWorld } from '../fakes/fake-world.ts'

it('leaves nothing behind, however often one comes and goes', async () => {
  const world = new FakeWorld()
  for (let time = 0; time < 50; time += 1) {
    const both = [world.join('expert'), world.join('customer')]
    const forget = both.map(({ meeting }) => meeting.onRemoteLevel(() => {}))
    await world.run(time % 3 === 0 ? 40 * time : 1500)
    if (time % 2 === 0) both[0]?.networkChanged()
    for (const [at, { meeting }] of both.entries()) {
      if ((time + at) % 2 === 0) meeting.leave()
      else meeting.unload()
    }
    for (const end of both) {
      expect(end.media.listeners.size + end.media.trackListeners.size + end.surroundings.size).toBe(
        0,
      )
      const { sound, picture, screen } = end.meeting.read()
      expect([sound, picture, screen].flatMap((stream) => stream.getTracks())).toEqual([])
    }
    for (const stop of forget) stop()
  }
  await world.run(6000)
  expect([world.net.open.size, world.clock.pending]).toEqual([0, 0])
  expect(world.net.made).toBeGreaterThan(90)
})
