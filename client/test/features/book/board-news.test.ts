import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SlotViewState } from '../../../src/features/board/feed/board-view.ts'
import { newsOf } from '../../../src/features/book/use-board-news.ts'

const states = (...list: SlotViewState[]) =>
  new Map(list.map((state, at) => [`2026-11-25T${String(9 + at).padStart(2, '0')}:00:00Z`, state]))
const news = (before: SlotViewState[], after: SlotViewState[]) =>
  newsOf(states(...before), states(...after), 'UTC', '2026-11-25')

beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

describe('news of the board', () => {
  it('names the one time that changed', () => {
    expect(news(['free', 'free'], ['taken', 'free'])).toBe('09:00 was just taken')
    expect(news(['free', 'free'], ['free', 'held'])).toBe('10:00 is being held by someone')
    expect(news(['held'], ['free'])).toBe('09:00 is free again')
  })

  it('counts several in one sentence', () => {
    expect(news(['free', 'free', 'held'], ['taken', 'taken', 'held'])).toBe(
      '2 times on Wed 25 Nov have just changed',
    )
  })

  it('is silent about one’s own, about time, and about what stayed', () => {
    expect(news(['free'], ['yours'])).toBeNull()
    expect(news(['yours'], ['free'])).toBeNull()
    expect(news(['free'], ['closed'])).toBeNull()
    expect(news(['free', 'taken'], ['free', 'taken'])).toBeNull()
  })
})
