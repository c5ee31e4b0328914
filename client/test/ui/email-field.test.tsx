import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Announcer } from '../../src/ui/feedback/announcer.tsx'
import { EmailField } from '../../src/ui/email/email-field.tsx'

function Form() {
  const [email, setEmail] = useState('')
  return (
    <>
      <EmailField
        label="E-mail"
        hint={undefined}
        error={undefined}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <button type="button">Send</button>
      <Announcer />
    </>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'E-mail' })
const offer = (address: string) => screen.findByRole('button', { name: address })

describe('the field of an address', () => {
  it('offers what was probably meant once it is left, says it once, and takes it by one press', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(field(), 'grace@gmial.com')
    expect(screen.queryByText(/Did you mean/)).toBeNull()
    await user.tab()
    const button = await offer('grace@gmail.com')
    expect(document.querySelector('[aria-live]')?.textContent).toBe('Did you mean grace@gmail.com?')
    await user.click(button)
    expect(field().value).toBe('grace@gmail.com')
    expect(document.activeElement).toBe(field())
    await user.tab()
    expect(screen.queryByText('Did you mean', { exact: false, selector: 'p' })).toBeNull()
  })

  it('takes the offer away when more is typed, and makes the same one again if it is left so again', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(field(), 'grace@gmial.com')
    await user.tab()
    await offer('grace@gmail.com')
    await user.type(field(), 'x')
    expect(screen.queryByRole('button', { name: 'grace@gmail.com' })).toBeNull()
    await user.type(field(), '{Backspace}')
    await user.tab()
    await offer('grace@gmail.com')
  })

  it('lets an address be that is like no other', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.type(field(), 'grace@navy.mil')
    await user.tab()
    // The next one is offered: the library has come, and had nothing to say before.
    await user.type(field(), '{Control>}a{/Control}grace@hotmial.com')
    await user.tab()
    await offer('grace@hotmail.com')
    expect(screen.getAllByText(/Did you mean/, { selector: 'p' })).toHaveLength(1)
  })
})
