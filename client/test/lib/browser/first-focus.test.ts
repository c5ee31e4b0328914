import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followFirstFocus } from '../../../src/lib/browser/first-focus.ts'

const first = '<div><a href="/">Home</a><a href="/experts/ada">Ada</a></div>'
const drawn = '<nav><a href="/bookings">Bookings</a><a href="/experts/ada">Ada Lovelace</a></nav>'

let root: HTMLElement
beforeEach(() => {
  root = document.createElement('div')
  root.innerHTML = first
  document.body.append(root)
})
afterEach(() => root.remove())

const link = (href: string) => root.querySelector<HTMLElement>(`[href="${href}"]`)
const draw = () => (root.innerHTML = drawn)

describe('the focus of the first paint', () => {
  it('goes to the same link of the page', () => {
    const keep = followFirstFocus(root)
    link('/experts/ada')?.focus()
    draw()
    keep()
    expect(document.activeElement?.textContent).toBe('Ada Lovelace')
  })

  it('is known also if it was there before the code', () => {
    link('/experts/ada')?.focus()
    const keep = followFirstFocus(root)
    draw()
    keep()
    expect(document.activeElement?.textContent).toBe('Ada Lovelace')
  })

  it('goes nowhere if there is no such link, or nothing had it', () => {
    const keep = followFirstFocus(root)
    link('/')?.focus()
    draw()
    keep()
    expect(document.activeElement).toBe(document.body)
    const again = followFirstFocus(root)
    draw()
    again()
    expect(document.activeElement).toBe(document.body)
  })

  it('is not taken back from whoever has pressed elsewhere', () => {
    const keep = followFirstFocus(root)
    link('/experts/ada')?.focus()
    root.dispatchEvent(new Event('pointerdown'))
    draw()
    keep()
    expect(document.activeElement).toBe(document.body)
  })
})
