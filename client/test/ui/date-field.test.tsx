import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { DateField } from '../../src/ui/calendar/date-field.tsx'

const onChange = vi.fn<(date: string) => void>()

function Form({ start = '2027-02-18', min = '2027-02-10', required = false }) {
  const [date, setDate] = useState(start)
  function change(next: string) {
    onChange(next)
    setDate(next)
  }
  return (
    <form>
      <DateField
        label="From"
        today="2027-02-10"
        min={min}
        required={required}
        value={date}
        onChange={change}
      />
      <button type="button">Next</button>
    </form>
  )
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'From' })
const day = (name: RegExp) => screen.getByRole('button', { name, hidden: true })

describe('the field of a date', () => {
  it('shows it as the page writes dates, and takes what is typed once it is left', async () => {
    const user = userEvent.setup()
    render(<Form />)
    expect(field().value).toMatch(/^(18 Feb|Feb 18,) 2027$/)
    await user.clear(field())
    await user.type(field(), '1 mar')
    expect(onChange).not.toHaveBeenCalled()
    await user.tab()
    expect(onChange.mock.lastCall).toEqual(['2027-03-01'])
    expect(field().value).toMatch(/^(1 Mar|Mar 1,) 2027$/)
  })

  it('says what is no date and what is too early, and lets no form be sent with it', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.clear(field())
    await user.type(field(), 'soon{Enter}')
    expect(screen.getByText(/^Write it like /)).toBeTruthy()
    expect(field().getAttribute('aria-invalid')).toBe('true')
    expect(field().validity.valid).toBe(false)
    await user.clear(field())
    await user.type(field(), '2027-02-09{Enter}')
    expect(screen.getByText(/^Not before /)).toBeTruthy()
    await user.clear(field())
    await user.type(field(), '2027-02-11{Enter}')
    expect(screen.queryByText(/^Not before /)).toBeNull()
    expect(field().validity.valid).toBe(true)
  })

  it('is emptied, or keeps its date where it needs one', async () => {
    const user = userEvent.setup()
    const { unmount } = render(<Form />)
    await user.clear(field())
    await user.tab()
    expect(onChange.mock.lastCall).toEqual([''])
    unmount()
    render(<Form required />)
    await user.clear(field())
    await user.tab()
    expect(field().value).toContain('2027')
  })

  it('is typed over where it changes just as one comes to it', async () => {
    const user = userEvent.setup()
    const showing = (value: string) => (
      <DateField label="From" today="2027-02-10" value={value} onChange={onChange} />
    )
    const { rerender } = render(showing('2027-02-18'))
    field().focus()
    rerender(showing('2027-02-28'))
    expect([field().selectionStart, field().selectionEnd]).toEqual([0, field().value.length])
    await user.keyboard('1 Mar{Enter}')
    expect(onChange.mock.lastCall).toEqual(['2027-03-01'])
  })

  it('opens a month, on the chosen day, whose arrows go to others', async () => {
    const user = userEvent.setup()
    render(<Form />)
    await user.click(field())
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(day(/18 February 2027|February 18, 2027/))
    await user.keyboard('{ArrowRight}{Enter}')
    expect(onChange.mock.lastCall).toEqual(['2027-02-19'])
    expect(screen.queryByRole('grid', { hidden: true })).toBeNull()
    const button = screen.getByRole('button', { name: 'From: choose on a calendar' })
    expect(document.activeElement).toBe(button)
    await user.click(button)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('grid', { hidden: true })).toBeNull()
  })
})
