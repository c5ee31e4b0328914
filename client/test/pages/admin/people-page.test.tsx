import type { AdminPerson } from '@expertconnect/contract/people/shapes'
import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { begin, button, described, refusal, sent, show, world } from './admin-world.tsx'

vi.mock('../../../src/server/api/client.ts')

const ida: AdminPerson = {
  id: 'person-2',
  email: 'ida@example.com',
  roles: [],
  expertId: null,
  expertName: null,
  createdAt: '2026-11-12T10:00:00Z',
}
const me: AdminPerson = { ...ida, id: 'person-1', email: 'admin@example.com', roles: ['admin'] }

beforeEach(() => {
  begin()
  world.people = [me, ida]
  world.answers.changeRoles = ({ params, body }) => {
    const roles: AdminPerson['roles'] = body?.isAdmin === true ? ['admin'] : []
    world.people = world.people.map((each) => (each.id === params?.id ? { ...each, roles } : each))
    return world.people.find(({ id }) => id === params?.id)
  }
})

const dialogButton = (name: string) =>
  within(screen.getByRole('dialog')).getByRole('button', { name })

test('an old proof is made anew in place, and the change goes on by itself', async () => {
  world.refusals.changeRoles = [refusal('fresh_proof_needed', { status: 403 })]
  world.refusals.proveSignIn = [
    refusal('wrong_proof', { title: 'This code is not right', detail: '4 more tries.' }),
  ]
  world.answers.startSignIn = () => ({ expiresAt: '2030-01-01T00:00:00Z' })
  world.answers.proveSignIn = () => ({ person: world.me })
  const user = show('/admin/people')
  await user.click(await button('Make an administrator of ida@example.com'))
  await user.click(dialogButton('Make an administrator'))
  const code = await screen.findByRole('textbox', { name: 'Eight-digit code' })
  expect(document.activeElement).toBe(code)
  expect(sent('startSignIn')).toEqual([{ body: { email: 'admin@example.com' } }])
  await user.click(dialogButton('Continue'))
  expect(described(code)).toContain('The code has eight digits')
  await user.type(code, '1111 1111')
  await user.click(dialogButton('Continue'))
  expect(await screen.findByText(/This code is not right/)).toBeTruthy()
  await user.clear(code)
  await user.type(code, '22222222{Enter}')
  expect(await screen.findByText('Administrator added')).toBeTruthy()
  expect(sent('proveSignIn').map(({ body }) => body)).toEqual([
    { code: '11111111' },
    { code: '22222222' },
  ])
  expect(sent('changeRoles')).toHaveLength(2)
  expect(await button('Remove the role from ida@example.com')).toBeTruthy()
})

test('an old proof of whoever has a passkey is made anew by that, and no mail goes out', async () => {
  world.lacksPasskey = false
  world.refusals.changeRoles = [refusal('fresh_proof_needed', { status: 403 })]
  const user = show('/admin/people')
  await user.click(await button('Make an administrator of ida@example.com'))
  await user.click(dialogButton('Make an administrator'))
  expect(await screen.findByRole('button', { name: 'Use my passkey' })).toBeTruthy()
  expect(sent('startSignIn')).toEqual([])
})

test('the last administrator stays one, and is told why', async () => {
  world.refusals.changeRoles = [
    refusal('still_needed', { status: 409, title: 'This account is still needed' }),
  ]
  const user = show('/admin/people')
  await user.click(await button('Remove the role from admin@example.com'))
  expect(screen.getByText(/That’s you/)).toBeTruthy()
  await user.click(dialogButton('Remove it'))
  expect(await screen.findByText('This account is still needed')).toBeTruthy()
})

test('whoever takes the role from themselves is out', async () => {
  const user = show('/admin/people')
  await user.click(await button('Remove the role from admin@example.com'))
  world.me = { id: 'person-1', email: 'admin@example.com', roles: [], expertId: null }
  await user.click(dialogButton('Remove it'))
  expect(await screen.findByText('This part is for administrators')).toBeTruthy()
})
