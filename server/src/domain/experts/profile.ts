import type { Expert } from './expert.ts'

/** What is left out stays. */
export interface Profile {
  readonly name?: string | undefined
  readonly headline?: string | undefined
  readonly bio?: string | undefined
  readonly bring?: readonly string[] | undefined
  /** Its slug. */
  readonly category?: string | undefined
  readonly skills?: readonly string[] | undefined
  readonly languages?: readonly string[] | undefined
  readonly hourlyRate?: number | undefined
  readonly listed?: boolean | undefined
  /** An empty one removes it. */
  readonly meetingUrl?: string | undefined
}

/** The next version of the expert. Another rate is for new bookings: each keeps the one that was agreed. */
export function withProfile(expert: Expert, fields: Profile): Expert {
  const { category, meetingUrl, ...others } = fields
  const given = Object.entries(others).filter(([, value]) => value !== undefined)
  return {
    ...expert,
    ...Object.fromEntries(given),
    // Its name follows from the slug as it is stored.
    ...(category === undefined ? {} : { category: { slug: category, name: '' } }),
    ...(meetingUrl === undefined ? {} : { meetingUrl: meetingUrl || null }),
    version: expert.version + 1,
  }
}

/** The names of the fields that differ, for the audit trail. */
export function changedFields(before: Expert, next: Expert): string[] {
  const fields = [
    'name',
    'headline',
    'bio',
    'bring',
    'skills',
    'languages',
    'hourlyRate',
  ] as const satisfies readonly (keyof Expert)[]
  const differ = fields.filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(next[field]),
  )
  return before.category.slug === next.category.slug ? differ : [...differ, 'category']
}
