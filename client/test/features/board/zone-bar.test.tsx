import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ZoneBar } from '../../../src/features/board/zone/zone-bar.tsx'

const at = Date.parse('2026-11-25T09:00:00Z')

test('a customer sees the expert’s clock, and can change the zone', () => {
  render(<ZoneBar zone="Asia/Kathmandu" at={at} there={{ who: 'Expert', zone: 'Europe/Oslo' }} />)
  expect(screen.getByText(/^Expert: Oslo/).textContent).toContain('−4:45 h')
  expect(screen.getByRole('button', { name: /Change the time zone/ })).toBeTruthy()
})

test('an expert sees their own clock and the customer’s', () => {
  render(<ZoneBar zone="Europe/Oslo" at={at} there={{ who: 'Customer', zone: 'Asia/Kathmandu' }} />)
  expect(screen.getByText(/^Customer: Kathmandu/).textContent).toContain('+4:45 h')
  expect(screen.queryByText(/^Expert/)).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})
