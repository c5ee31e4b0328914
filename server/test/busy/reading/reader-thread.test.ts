import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, expect, it } from 'vitest'
import { createCalendarReader } from '../../../src/busy/reading/reader-thread.ts'
import { readCalendar } from '../../../src/busy/reading/read-calendar.ts'
import { parseInstant } from '../../../src/domain/time/instant.ts'

const asked = {
  from: parseInstant('2026-10-01T00:00Z'),
  to: parseInstant('2027-02-01T00:00Z'),
  timeZone: 'Europe/Berlin',
  ownDomain: 'experts.example',
}
const reader = createCalendarReader({ ms: 60_000, memoryMb: 64 })
afterAll(() => reader.close())

const bytes = (...events: string[]) =>
  Buffer.from(`BEGIN:VCALENDAR\n${events.join('\n')}\nEND:VCALENDAR\n`)
const event = (lines: string) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT`
const good = bytes(event('UID:1\nDTSTART:20261110T090000Z\nDTEND:20261110T100000Z'))
const read = { kind: 'read', events: 1 }

it('reads one after the other, and leaves the bytes to whoever asked', async () => {
  const answers = await Promise.all(
    [good, good, good].map((each) => reader.read({ ...asked, bytes: each })),
  )
  expect(answers).toMatchObject([read, read, read])
  expect(good.toString()).toContain('BEGIN:VCALENDAR')
})

it('goes on behind a file that takes all the memory there is', async () => {
  const times = '20261110T090000Z,'.repeat(700_000)
  const hostile = bytes(event(`UID:1\nDTSTART:20261110T090000Z\nRDATE:${times}`))
  const answer = reader.read({ ...asked, bytes: hostile })
  const next = reader.read({ ...asked, bytes: good })
  expect(await answer).toEqual({ kind: 'failed', fault: 'unreadable' })
  expect(await next).toMatchObject(read)
})

it('gives up on what never ends', async () => {
  const impatient = createCalendarReader({ ms: 1, memoryMb: 64 })
  const many = Array.from({ length: 5000 }, (_, index) =>
    event(`UID:${index}\nDTSTART:19700101T090000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29`),
  )
  const answer = await impatient.read({ ...asked, bytes: bytes(...many) })
  expect(answer).toEqual({ kind: 'failed', fault: 'unreadable' })
  await impatient.close()
})

it('keeps the loop of whoever asks free: the same work there stops it many times as long', async () => {
  const many = Array.from({ length: 800 }, (_, index) =>
    event(
      `UID:${index}\nDTSTART;TZID=Europe/Berlin:20200101T090000\nDTEND;TZID=Europe/Berlin:20200101T091500\nRRULE:FREQ=MONTHLY;BYMONTHDAY=${(index % 28) + 1}`,
    ),
  )
  const large = bytes(...many)
  await reader.read({ ...asked, bytes: good })
  const beside = await worstDelay(() => reader.read({ ...asked, bytes: large }))
  const within = await worstDelay(async () => {
    expect(readCalendar({ ...asked, text: large.toString() }).kind).toBe('read')
  })
  expect(beside * 3).toBeLessThan(within)
})

async function worstDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await new Promise((resolve) => setTimeout(resolve, 20))
  await work()
  await new Promise((resolve) => setTimeout(resolve, 20))
  delay.disable()
  return delay.max
}
