import { expect, vi } from 'vitest'
import { createCalendars } from '../../src/busy/calendars.ts'
import { minute } from '../../src/domain/time/instant.ts'
import { signedIn, startDesk } from '../http/desk-world.ts'
import type { CalendarServer } from './calendar-server.ts'

export type CalendarDesk = Awaited<ReturnType<typeof startCalendarDesk>>

/** Ada at her desk, whose server may ask a real server of calendars on this machine; it stops with it. */
export async function startCalendarDesk(server: CalendarServer) {
  const calendars = createCalendars([server.origin])
  const world = await startDesk({ calendars })
  const ada = await signedIn(world, 'ada-lovelace@example.com')

  const only = async () => (await ada.send('listCalendarSources', {})).body.items[0]
  const checked = () =>
    vi.waitFor(async () => expect(await only()).toMatchObject({ checking: false }))
  /** A while later: no server is asked twice in the same moment. */
  const pass = () => world.clock.advance(minute)

  return {
    server,
    calendars,
    world,
    ada,
    /** The one calendar that she has added. */
    only,
    /** Until it has been read. */
    checked,
    pass,
    async check(id: string): Promise<void> {
      pass()
      await ada.send('checkCalendarSource', { params: { id } })
      await checked()
    },
    async stop(): Promise<void> {
      await world.stop()
      await calendars.close()
      await server.stop()
    },
  }
}
