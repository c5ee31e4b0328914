import { act, fireEvent, render, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastProvider, useToast, type Toast } from '../../src/ui/feedback/toast.tsx'

const caught: { toast?: (toast: Toast) => void } = {}

function Catch() {
  const toast = useToast()
  useEffect(() => {
    caught.toast = toast
  }, [toast])
  return null
}

beforeEach(() => {
  vi.useFakeTimers()
  render(
    <ToastProvider>
      <Catch />
    </ToastProvider>,
  )
})

afterEach(() => {
  vi.useRealTimers()
})

const show = (next: Toast) => act(() => caught.toast?.(next))
const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms))

test('it stands in a polite live region that was there before, and goes after a while', () => {
  const region = screen.getByRole('status')
  expect(region.getAttribute('aria-live')).toBe('polite')
  show({ title: '10:30 was just taken' })
  expect(region.textContent).toContain('10:30 was just taken')
  wait(6_000)
  expect(region.textContent).toBe('')
})

test('it waits while the pointer rests on it', () => {
  show({ title: 'Read me' })
  fireEvent.pointerEnter(screen.getByText('Read me'))
  wait(60_000)
  expect(screen.queryByText('Read me')).not.toBeNull()
  fireEvent.pointerLeave(screen.getByText('Read me'))
  wait(6_000)
  expect(screen.queryByText('Read me')).toBeNull()
})

test('one with the same key takes the place of the other, and no more than three are shown', () => {
  for (const count of [1, 2, 3]) show({ key: 'board', title: `${count} changes` })
  expect(screen.queryByText('2 changes')).toBeNull()
  expect(screen.queryByText('3 changes')).not.toBeNull()
  for (const title of ['a', 'b', 'c']) show({ title })
  expect(screen.getAllByRole('button', { name: 'Dismiss' })).toHaveLength(3)
})
