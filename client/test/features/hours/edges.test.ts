import { describe, expect, it } from 'vitest'
import { drawWindow, limitsOf, moveEdge } from '../../../src/features/hours/draft/edges.ts'

const day = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]

describe('the edges of windows', () => {
  it('stop at the next window, at the own other edge, and at midnight', () => {
    expect(limitsOf(day, 0, 'from')).toEqual([0, 11 * 60 + 45])
    expect(limitsOf(day, 0, 'to')).toEqual([9 * 60 + 15, 13 * 60])
    expect(limitsOf(day, 1, 'to')).toEqual([13 * 60 + 15, 1440])
    expect(moveEdge(day, 0, 'to', 15 * 60)[0]).toEqual({ from: '09:00', to: '13:00' })
    expect(moveEdge(day, 1, 'to', 2000)[1]?.to).toBe('24:00')
  })

  it('are the same windows where nothing moves', () => {
    expect(moveEdge(day, 0, 'from', 9 * 60)).toBe(day)
  })

  it('are not held up by a window that is being typed', () => {
    expect(limitsOf([{ from: '', to: '10:00' }, ...day], 1, 'from')).toEqual([0, 11 * 60 + 45])
  })
})

describe('drawing hours', () => {
  it('takes an hour, in the order of the day, or what is left until the next window', () => {
    expect(drawWindow(day, 12 * 60 + 15)).toEqual({
      at: 1,
      hours: [day[0], { from: '12:15', to: '13:00' }, day[1]],
    })
    expect(drawWindow([], 1440)?.hours).toEqual([{ from: '23:45', to: '24:00' }])
  })

  it('does nothing on hours that are there', () => {
    expect(drawWindow(day, 9 * 60)).toBeNull()
  })
})
