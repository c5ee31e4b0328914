import { render, screen } from '@testing-library/react'
import { createRef } from 'react'
import { expect, test } from 'vitest'
import { Field } from '../../src/ui/form/field.tsx'

const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)

test('a field without hint and error is described by nothing', () => {
  render(<Field label="Name" />)
  const field = screen.getByLabelText('Name')
  expect(field.hasAttribute('aria-describedby')).toBe(false)
  expect(field.hasAttribute('aria-invalid')).toBe(false)
})

test('the error is read first, then the hint, and the field is marked as invalid', () => {
  render(<Field label="E-mail" hint="Only your expert sees it." error="This is no address" />)
  const field = screen.getByLabelText('E-mail')
  expect(described(field)).toEqual(['This is no address', 'Only your expert sees it.'])
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('several lines, the word optional, and a ref to the control itself', () => {
  const ref = createRef<HTMLTextAreaElement>()
  render(<Field multiline optional label="Topic" ref={ref} defaultValue="Indexes" />)
  expect(ref.current?.tagName).toBe('TEXTAREA')
  expect(screen.getByLabelText('Topic (optional)')).toBe(ref.current)
  expect(ref.current?.value).toBe('Indexes')
})
