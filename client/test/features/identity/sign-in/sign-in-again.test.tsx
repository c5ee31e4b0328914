import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { noteMe } from '../../../../src/server/api/session-mark.ts'
import { begin, code, email, proofs, show } from './sign-in-world.tsx'

vi.mock('../../../../src/server/api/client.ts')

beforeEach(() => {
  begin()
  noteMe('person-1')
})

test('who is signed in can prove their address anew, and is led back', async () => {
  const user = show('/sign-in?again=1&to=%2Faccount%3Ferase%3D1')
  await screen.findByRole('heading', { name: 'Confirm that it’s you' })
  expect(email().value).toBe('grace@example.com')
  await user.click(screen.getByRole('button', { name: 'Send me a code' }))
  await user.type(await code(), '12345678')
  expect(await screen.findByText('/account?erase=1')).toBeTruthy()
  expect(proofs()).toEqual([{ code: '12345678' }])
})

test('without the wish to, they are led on at once', async () => {
  show('/sign-in?to=%2Faccount')
  expect(await screen.findByText('/account')).toBeTruthy()
})
