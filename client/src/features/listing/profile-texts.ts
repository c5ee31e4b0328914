import { writtenLine } from '@expertconnect/contract/written'
import type { AdminExpert, AdminExpertChange } from '@expertconnect/contract/experts/shapes'
import { amountOf, majorText } from '../../lib/money.ts'

/** In the order of the form; named as the contract names them, so that its pointers lead here. */
export const profileFields = [
  'name',
  'headline',
  'category',
  'hourlyRate',
  'bio',
  'skills',
  'languages',
  'bring',
] as const
export type ProfileField = (typeof profileFields)[number]
export type ProfileTexts = Readonly<Record<ProfileField, string>>

/** A profile as it is typed: lists by commas or lines, the rate in whole units of the currency. */
export function textsOf(expert: AdminExpert): ProfileTexts {
  const { name, headline, bio, category, skills, languages, hourlyRate, bring } = expert
  return {
    name,
    headline,
    bio,
    category: category.slug,
    hourlyRate: majorText(hourlyRate),
    skills: skills.join(', '),
    languages: languages.join(', '),
    bring: bring.join('\n'),
  }
}

/** Only what was changed, in the contract's shape: what is left out stays as it is. */
export function changeOf(
  before: ProfileTexts,
  typed: ProfileTexts,
  currency: string,
): Omit<AdminExpertChange, 'version'> {
  const { name, headline, bio, category } = typed
  const all = {
    name,
    headline,
    bio,
    category,
    hourlyRate: amountOf(typed.hourlyRate, currency) ?? undefined,
    skills: partsOf(typed.skills, ','),
    languages: partsOf(typed.languages, ','),
    bring: partsOf(typed.bring, '\n'),
  }
  return Object.fromEntries(
    profileFields
      .filter((field) => typed[field] !== before[field])
      .map((field) => [field, all[field]]),
  )
}

export function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map(writtenLine)
    .filter((part) => part !== '')
}

/**
 * Where somebody else has saved meanwhile: what one typed oneself stays, everything else is as they left it. `clashes`
 * are the fields that both have changed.
 */
export function mergeTexts(before: ProfileTexts, theirs: ProfileTexts, typed: ProfileTexts) {
  const isOwn = (field: ProfileField) => typed[field] !== before[field]
  const merged = Object.fromEntries(
    profileFields.map((field) => [field, isOwn(field) ? typed[field] : theirs[field]]),
  ) as ProfileTexts
  const clashes = profileFields.filter(
    (field) => isOwn(field) && theirs[field] !== before[field] && theirs[field] !== typed[field],
  )
  return { merged, clashes }
}
