import { describe, expect, it } from 'vitest'
import { findFaults } from '../../../src/features/hours/draft/faults.ts'
import { hoursOf } from '../../../src/features/hours/draft/state.ts'
import { sampleSchedule } from '../../pages/desk/desk-world.tsx'

const faultsOf = (monday: { from: string; to: string }[]) => {
  const { weekly } = sampleSchedule()
  return [...findFaults(hoursOf(sampleSchedule({ weekly: { ...weekly, 1: monday } })))]
}

describe('faults in hours', () => {
  it('are none where windows touch', () => {
    const touching = [
      { from: '09:00', to: '12:00' },
      { from: '12:00', to: '24:00' },
    ]
    expect(faultsOf(touching)).toEqual([])
  })

  it.each([
    [{ from: '', to: '10:00' }, '#/weekly/1/0/from', 'Use a quarter hour, such as 09:30'],
    [{ from: '09:00', to: '09:10' }, '#/weekly/1/0/to', 'Use a quarter hour, such as 17:00'],
    [{ from: '10:00', to: '10:00' }, '#/weekly/1/0/to', 'It ends before it begins'],
  ])('of %o stand at %s', (window, pointer, text) => {
    expect(faultsOf([window])).toEqual([[pointer, text]])
  })

  it('name the window that is overlapped', () => {
    const windows = [
      { from: '09:00', to: '12:00' },
      { from: '11:45', to: '13:00' },
    ]
    expect(faultsOf(windows)).toEqual([['#/weekly/1/1/from', 'It overlaps 09:00 – 12:00']])
  })

  it('count also where no length is offered', () => {
    const hours = hoursOf(sampleSchedule({ sessionLengths: [] }))
    expect([...findFaults(hours).keys()]).toEqual(['#/sessionLengths'])
  })
})
