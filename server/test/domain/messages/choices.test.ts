import { describe, expect, it } from 'vitest'
import { agendaDay, dayDue, isWanted, nextAgenda } from '../../../src/domain/messages/choices.ts'
import { formatInstant, parseInstant } from '../../../src/domain/time/instant.ts'

const at = (agendaAt: string) => ({ unwanted: [], agendaAt })

function following(agendaAt: string, zone: string, from: string, count: number): string[] {
  const found: string[] = []
  let now = parseInstant(from)
  for (let times = 0; times < count; times++) {
    const next = nextAgenda(at(agendaAt), zone, now)
    if (next === null) break
    found.push(formatInstant(next))
    now = next
  }
  return found
}

describe('an agenda', () => {
  it('comes each day at its wall time, over changes of clocks in both hemispheres', () => {
    expect(following('07:30', 'Europe/Berlin', '2027-03-27T00:00:00Z', 3)).toEqual([
      '2027-03-27T06:30:00Z',
      '2027-03-28T05:30:00Z',
      '2027-03-29T05:30:00Z',
    ])
    expect(following('07:30', 'Australia/Melbourne', '2027-10-01T23:00:00Z', 3)).toEqual([
      '2027-10-02T20:30:00Z',
      '2027-10-03T20:30:00Z',
      '2027-10-04T20:30:00Z',
    ])
    expect(following('07:30', 'Asia/Kolkata', '2027-01-01T02:00:00Z', 1)).toEqual([
      '2027-01-02T02:00:00Z',
    ])
  })

  it('comes once at a wall time that the clock skips or shows twice', () => {
    expect(following('02:30', 'Europe/Berlin', '2027-03-27T12:00:00Z', 2)).toEqual([
      '2027-03-28T01:30:00Z',
      '2027-03-29T00:30:00Z',
    ])
    expect(following('02:30', 'Europe/Berlin', '2027-10-30T12:00:00Z', 2)).toEqual([
      '2027-10-31T00:30:00Z',
      '2027-11-01T01:30:00Z',
    ])
  })

  it('is about the day that has begun, and from noon on about the next', () => {
    const zone = 'America/New_York'
    expect(agendaDay(zone, parseInstant('2027-01-11T12:30:00Z'))).toBe('2027-01-11')
    expect(agendaDay(zone, parseInstant('2027-01-11T16:59:00Z'))).toBe('2027-01-11')
    expect(agendaDay(zone, parseInstant('2027-01-11T17:00:00Z'))).toBe('2027-01-12')
  })

  it('follows an expert to another zone, with none missed and none twice', () => {
    const due = parseInstant('2027-01-11T06:30:00Z')
    expect(dayDue(at('07:30'), 'Europe/Berlin', due)).toBe('2027-01-11')
    // In New York it is 01:30, and the agenda of that day comes at 07:30.
    expect(dayDue(at('07:30'), 'America/New_York', due)).toBeNull()
    // In Kolkata it is 11:59: that day has had none, and the next one comes on the day after.
    expect(dayDue(at('07:30'), 'Asia/Kolkata', parseInstant('2027-01-11T06:29:00Z'))).toBe(
      '2027-01-11',
    )
    expect(dayDue(at('18:00'), 'Australia/Lord_Howe', due)).toBeNull()
  })

  it('comes only where one is wanted', () => {
    const none = { unwanted: [], agendaAt: null }
    expect(nextAgenda(none, 'UTC', parseInstant('2027-01-11T12:00:00Z'))).toBeNull()
  })
})

describe('mails that an expert does without', () => {
  it('are those that were named', () => {
    const choices = { unwanted: ['reminder' as const], agendaAt: null }
    expect(isWanted('reminder', choices)).toBe(false)
    expect(isWanted('booked', choices)).toBe(true)
    expect(isWanted('invitation', choices)).toBe(true)
  })
})
