import type { DeskExpert, ProfileChange } from '@expertconnect/contract/experts/shapes'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import { amountOf, majorText } from '../../lib/money.ts'

/** The profile as it is edited; the rate and the lines as they are typed. */
export interface ProfileState {
  readonly name: string
  readonly headline: string
  readonly bio: string
  /** A line each. */
  readonly bring: string
  readonly category: string
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  /** Per hour, in whole units of the currency. */
  readonly rate: string
}

/** What the unsaved changes of an expert's profile are kept under. */
export const profileName = (expertId: string) => `profile.${expertId}`

export function profileOf(expert: DeskExpert): ProfileState {
  const { name, headline, bio, bring, category, skills, languages, hourlyRate } = expert
  return {
    name,
    headline,
    bio,
    bring: bring.join('\n'),
    category: category.slug,
    skills,
    languages,
    rate: majorText(hourlyRate),
  }
}

/** The changed parts as the server takes them. */
export function toProfileChange(
  parts: Partial<ProfileState>,
  currency: string,
): Omit<ProfileChange, 'version'> {
  const { bring, rate, skills, languages, ...plain } = parts
  const amount = rate === undefined ? null : amountOf(rate, currency)
  return {
    ...plain,
    ...(bring !== undefined && { bring: linesOf(bring) }),
    ...(skills && { skills: [...skills] }),
    ...(languages && { languages: [...languages] }),
    ...(amount !== null && { hourlyRate: amount }),
  }
}

/** What visitors would see of it. */
export function previewOf(expert: DeskExpert, shown: ProfileState, category: string): Expert {
  const { rate, bring, skills, languages, ...plain } = shown
  const amount = amountOf(rate, expert.hourlyRate.currency) ?? expert.hourlyRate.amount
  return {
    ...expert,
    ...plain,
    bring: linesOf(bring),
    skills: [...skills],
    languages: [...languages],
    category: { slug: shown.category, name: category },
    hourlyRate: { ...expert.hourlyRate, amount },
  }
}

export type Fields = Partial<Record<keyof ProfileState, string>>

/** What is wrong with the profile, found before it is sent. */
export function profileFaults(shown: ProfileState, currency: string): Fields {
  return {
    ...(shown.name.trim() === '' && { name: 'Please give a name' }),
    ...(shown.headline.trim() === '' && { headline: 'Please say in a line what you help with' }),
    ...(shown.languages.length === 0 && { languages: 'Name at least one language' }),
    ...(linesOf(shown.bring).length > 10 && { bring: 'At most 10 lines' }),
    ...(amountOf(shown.rate, currency) === null && { rate: 'Give an amount, such as 120' }),
  }
}

const fieldNames: Readonly<Record<string, keyof ProfileState>> = { hourlyRate: 'rate' }
const fields: readonly (keyof ProfileState)[] = [
  'name',
  'headline',
  'bio',
  'bring',
  'category',
  'skills',
  'languages',
  'rate',
]

/** The server's faults, `#/skills/2`, by the field that they stand at. */
export function faultsByField(errors: readonly { pointer: string; detail: string }[]): Fields {
  const found: Fields = {}
  for (const { pointer, detail } of errors) {
    const first = pointer.split('/')[1] ?? ''
    const field = fieldNames[first] ?? fields.find((each) => each === first)
    if (field) found[field] ??= detail
  }
  return found
}

const shownNames: Readonly<Record<keyof ProfileState, string>> = {
  name: 'name',
  headline: 'headline',
  bio: 'about you',
  bring: 'what to bring',
  category: 'category',
  skills: 'skills',
  languages: 'languages',
  rate: 'rate',
}

export function changedFields(parts: Partial<ProfileState>): string[] {
  return fields.filter((field) => parts[field] !== undefined).map((field) => shownNames[field])
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
