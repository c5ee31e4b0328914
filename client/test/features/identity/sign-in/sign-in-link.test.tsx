import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, described, email, link, problem, proofs, show, world } from './sign-in-world.tsx'

vi.mock('../../../../src/server/api/client.ts')

beforeEach(begin)

describe('the link of the mail', () => {
  it('is used by the press alone, and leaves the address bar', async () => {
    const user = show(`/sign-in#${link}`)
    await screen.findByRole('heading', { name: /Sign in here/ })
    expect(world.sent).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('/bookings')).toBeTruthy()
    expect(proofs()).toEqual([{ link }])
  })

  it('asks for the address in a browser that did not ask for it', async () => {
    world.refusals['proveSignIn'] = [problem('address_needed'), problem('proof_gone')]
    const user = show(`/sign-in#${link}`)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(document.activeElement).toBe(email()))
    await user.keyboard('grace@exmaple.com{Enter}')
    await waitFor(() => expect(described(email())).toMatch(/does not open with this address/))
    await user.clear(email())
    await user.type(email(), 'grace@example.com')
    await user.keyboard('{Enter}')
    expect(await screen.findByText('arrived')).toBeTruthy()
    expect(proofs()).toEqual([
      { link },
      { link, email: 'grace@exmaple.com' },
      { link, email: 'grace@example.com' },
    ])
  })

  it('that is over gives way to a code, with the address that was typed', async () => {
    world.refusals['proveSignIn'] = [problem('address_needed')]
    const user = show(`/sign-in#${link}`)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(document.activeElement).toBe(email()))
    await user.keyboard('grace@example.com')
    await user.click(screen.getByRole('button', { name: 'Send me a code instead' }))
    expect(await screen.findByRole('heading', { name: /Sign in by e-mail/ })).toBeTruthy()
    expect(email().value).toBe('grace@example.com')
    expect(screen.getByText('/sign-in')).toBeTruthy()
  })

  it('that is not whole says so', async () => {
    const user = show('/sign-in#half-a-link')
    expect(screen.getByText('This link is not complete')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Sign in with a code' }))
    expect(email()).toBeTruthy()
    expect(world.sent).toEqual([])
  })
})
