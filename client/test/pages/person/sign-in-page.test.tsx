import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { unreachable } from '../../../src/server/api/problem.ts'
import { noteMe, sessionMark } from '../../../src/server/api/session-mark.ts'
import {
  ask,
  begin,
  code,
  described,
  email,
  problem,
  proofs,
  show,
  world,
  wrong,
} from '../../features/identity/sign-in/sign-in-world.tsx'

vi.mock('../../../src/server/api/client.ts')

beforeEach(begin)

describe('the address', () => {
  it('is known to browsers, and needed', async () => {
    const user = show()
    expect(email().autocomplete).toBe('email')
    expect(email().type).toBe('email')
    await user.click(screen.getByRole('button', { name: 'Send me a code' }))
    expect(document.activeElement).toBe(email())
    expect(described(email())).toMatch(/Please give your e-mail address/)
    expect(world.sent).toEqual([])
  })

  it('that is faulty is told at the field, by the server’s rule', async () => {
    world.refusals['startSignIn'] = [
      problem('invalid_input', { errors: [{ pointer: '#/email', detail: 'No such thing' }] }),
    ]
    const user = show()
    await user.type(email(), 'grace@')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(described(email())).toMatch(/No such thing/))
    expect(document.activeElement).toBe(email())
    await user.keyboard('x')
    expect(email().getAttribute('aria-invalid')).toBeNull()
    expect(email().value).toBe('grace@x')
  })

  it('is kept whatever happens: a line that is down, limits, a reload', async () => {
    world.refusals['startSignIn'] = [
      unreachable,
      problem('too_many', { title: 'Too many requests', retryAfterSeconds: 1800 }),
    ]
    const user = show()
    await user.type(email(), 'grace@example.com')
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/Please check your connection/)).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/You can try again at \d\d:\d\d/)).toBeTruthy()
    expect(email().value).toBe('grace@example.com')
    document.body.innerHTML = ''
    show()
    expect(email().value).toBe('grace@example.com')
  })
})

describe('the code', () => {
  it('goes to the address that is named, and is waited for in one field with the focus', async () => {
    await ask()
    const field = await code()
    expect(document.activeElement).toBe(field)
    expect(field.inputMode).toBe('numeric')
    expect(field.autocomplete).toBe('one-time-code')
    expect(screen.getByText('grace@example.com')).toBeTruthy()
    expect(described(field)).toMatch(/Good for another (10:00|9:59)/)
  })

  it('signs in by itself when it is complete, and leads to where one came from', async () => {
    const user = await ask()
    await user.click(await code())
    await user.paste(' 1234 5678 ')
    expect(await screen.findByText('arrived')).toBeTruthy()
    expect(screen.getByText('/account')).toBeTruthy()
    expect(proofs()).toEqual([{ code: '12345678' }])
    expect(sessionMark()).toBe('in')
    expect(sessionStorage.getItem('ec.sign-in')).toBeNull()
  })

  it('that is wrong says so beside the field, keeps the focus, and is never sent again', async () => {
    world.refusals['proveSignIn'] = [wrong]
    const user = await ask()
    await user.type(await code(), '00000000')
    const field = await code()
    await waitFor(() => expect(described(field)).toMatch(/Tries left: 4/))
    expect(document.activeElement).toBe(field)
    await user.clear(field)
    await user.type(field, '00000000')
    await user.keyboard('{Enter}')
    expect(described(field)).toMatch(/That code wasn’t right/)
    expect(proofs()).toHaveLength(1)
    await user.clear(field)
    await user.type(field, '11111111')
    expect(await screen.findByText('arrived')).toBeTruthy()
    expect(proofs()).toEqual([{ code: '00000000' }, { code: '11111111' }])
  })

  it('that did not arrive is sent again by a press, and not by itself', async () => {
    world.refusals['proveSignIn'] = [unreachable]
    const user = await ask()
    await user.type(await code(), '12345678')
    expect(await screen.findByText(/Please check your connection/)).toBeTruthy()
    await user.keyboard('{Backspace}8')
    expect(proofs()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText('arrived')).toBeTruthy()
    expect(proofs()).toHaveLength(2)
  })

  it('that is not complete says what is missing', async () => {
    const user = await ask()
    await user.type(await code(), '12ab3')
    await user.keyboard('{Enter}')
    expect(described(await code())).toMatch(/eight digits/)
    expect((await code()).value).toBe('123')
    expect(proofs()).toEqual([])
  })

  it('that is over offers another one', async () => {
    world.refusals['proveSignIn'] = [problem('proof_gone')]
    const user = await ask()
    await user.type(await code(), '12345678')
    const again = await screen.findByRole('button', { name: 'Send a new code' })
    expect(screen.getByRole('alert').textContent).toMatch(/This code has expired/)
    expect(document.activeElement).toBe(again)
    await user.click(again)
    const field = await code()
    expect(field.value).toBe('')
    await waitFor(() => expect(document.activeElement).toBe(field))
  })

  it('that no browser without cookies can use says what is in the way', async () => {
    vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false)
    world.validFor = 1200
    await ask()
    expect(await screen.findByText('This browser blocks cookies')).toBeTruthy()
    expect(screen.queryByText('This code is over')).toBeNull()
    vi.restoreAllMocks()
  })

  it('runs out by itself', async () => {
    world.validFor = 1200
    await ask()
    expect(await screen.findByText('This code has expired')).toBeTruthy()
  })

  it('can be sent again, and only the newest counts', async () => {
    const user = await ask()
    world.refusals['startSignIn'] = [
      problem('too_many', { title: 'Slowly', retryAfterSeconds: 900 }),
    ]
    await user.click(screen.getByRole('button', { name: 'Send again' }))
    expect(await screen.findByText(/You can try again at/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Send again' }))
    expect(
      await screen.findByText(/A new code was sent at \d\d:\d\d\. Only the newest/),
    ).toBeTruthy()
    expect(world.sent.filter(({ name }) => name === 'startSignIn').map(({ body }) => body)).toEqual(
      Array.from({ length: 3 }, () => ({ email: 'grace@example.com' })),
    )
  })

  it('can go to another address, with the one before to mend', async () => {
    const user = await ask()
    await user.click(screen.getByRole('button', { name: 'Another address' }))
    expect(email().value).toBe('grace@example.com')
    expect(document.activeElement).toBe(email())
  })

  it('is not waited for any more where another tab has signed in', async () => {
    await ask()
    act(() => {
      localStorage.setItem('ec.session', 'in:person-1')
      dispatchEvent(new StorageEvent('storage', { key: 'ec.session' }))
    })
    expect(await screen.findByText('arrived')).toBeTruthy()
  })
})

describe('who comes', () => {
  it('signed in already goes on at once', async () => {
    noteMe('person-1')
    show()
    expect(await screen.findByText('/account')).toBeTruthy()
  })

  it('because a session was ended reads why', () => {
    noteMe('person-1')
    noteMe(null)
    show()
    expect(screen.getByText(/You are no longer signed in here/)).toBeTruthy()
  })
})

describe('in a demo on this machine', () => {
  it('shows where the mail can be read', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ isOpen: true })))
    await ask()
    const hint = await screen.findByRole('link', { name: /Read it here/ })
    expect(hint.getAttribute('href')).toBe('/dev/mail')
  })

  it('says where the key to it is, where this browser has none, and has no link that would not open', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ isOpen: false })))
    await ask()
    expect(await screen.findByText(/The terminal in which the server was started/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: /Read it here/ })).toBeNull()
  })
})
