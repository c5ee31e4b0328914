import { lazy } from 'react'

/** The form brings the contract's schemas along: it is fetched when a slot is being held, not before. */
export const loadContactForm = () => import('./form.tsx')

export const LazyContactForm = lazy(async () => ({
  default: (await loadContactForm()).ContactForm,
}))
