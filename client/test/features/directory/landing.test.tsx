import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BookingDemo } from '../../../src/features/directory/landing/booking-demo.tsx'
import { Proof } from '../../../src/features/directory/landing/proof.tsx'
import { WhenChips } from '../../../src/features/directory/landing/when-chips.tsx'

// A Wednesday, two in the afternoon in Berlin.
beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-25T13:00:00Z'), toFake: ['Date'] })
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'Europe/Berlin', clock: '24' }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  localStorage.clear()
})

test('the demonstration is one picture to a screen reader, and waits until it is seen', () => {
  let seen: (entries: Partial<IntersectionObserverEntry>[]) => void = () => undefined
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(look: typeof seen) {
        seen = look
      }
      observe() {}
      disconnect() {}
    },
  )
  const { container } = render(<BookingDemo />)
  const picture = screen.getByRole('img', { name: /^A demonstration: you press a free time/ })
  expect(container.querySelectorAll('a, button, input, [tabindex]')).toHaveLength(0)
  expect(picture.textContent).toMatch(/Book Thu.* 26.*, 10:30/)
  expect(picture.dataset['seen']).toBe('false')
  act(() => seen([{ isIntersecting: true }]))
  expect(picture.dataset['seen']).toBe('true')
})

test('chips lead into the directory by when one would like to meet', () => {
  render(
    <MemoryRouter>
      <WhenChips />
    </MemoryRouter>,
  )
  const chips = screen
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')])
  expect(chips).toEqual([
    ['Today', '/experts?free=today'],
    ['This evening', '/experts?free=evening'],
    ['Tomorrow', '/experts?free=tomorrow'],
    ['This weekend', '/experts?free=weekend'],
  ])
})

test('who is listed is counted, fields without anybody are not, and few are not boasted of', () => {
  const category = (slug: string, experts: number) => ({ slug, name: slug, icon: 'music', experts })
  const { rerender } = render(
    <Proof categories={[category('law', 30), category('music', 12), category('empty', 0)]} />,
  )
  expect(screen.getByText('experts in 2 fields').nextSibling?.textContent).toBe('42')
  rerender(<Proof categories={[category('law', 4)]} />)
  expect(screen.queryByText(/experts in/)).toBeNull()
})
