import { remembered, textsIn } from '../../lib/browser/remembered.ts'

export const applicationFields = ['name', 'email', 'category', 'headline', 'bio'] as const
export type ApplicationDraft = Readonly<Record<(typeof applicationFields)[number], string>>

const nothing: ApplicationDraft = { name: '', email: '', category: '', headline: '', bio: '' }

/** What was typed in this tab before: it outlives a reload, until it is sent. */
export const applicationDraft = remembered<ApplicationDraft>({
  on: 'tab',
  key: 'ec.application',
  shape: (found) => ({ ...nothing, ...textsIn(found, applicationFields) }),
})
