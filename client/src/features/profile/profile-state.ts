import { writtenLine } from '@expertconnect/contract/written'
import type { DeskExpert, ProfileChange, Expert } from '@expertconnect/contract/experts/shapes'
import { amountOf, majorText } from '../../lib/money.ts'
import type { Faults } from '../../ui/form/place-faults.ts'

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
  readonly hourlyRate: string
  /** Empty: none. */
  readonly meetingUrl: string
}

/** What the unsaved changes of an expert's profile are kept under. */
export const profileName = (expertId: string) => `profile.${expertId}`

export function profileOf(expert: DeskExpert): ProfileState {
  const { name, headline, bio, bring, category, skills, languages } = expert
  return {
    name,
    headline,
    bio,
    bring: bring.join('\n'),
    category: category.slug,
    skills,
    languages,
    hourlyRate: majorText(expert.hourlyRate),
    meetingUrl: expert.meetingUrl ?? '',
  }
}

/** The changed parts as the server takes them. */
export function toProfileChange(
  parts: Partial<ProfileState>,
  currency: string,
): Omit<ProfileChange, 'version'> {
  const { bring, hourlyRate, skills, languages, ...plain } = parts
  const amount = hourlyRate === undefined ? null : amountOf(hourlyRate, currency)
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
  const { hourlyRate, bring, skills, languages, meetingUrl: _own, ...plain } = shown
  const amount = amountOf(hourlyRate, expert.hourlyRate.currency) ?? expert.hourlyRate.amount
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

/** What is wrong with the profile, found before it is sent. */
export function profileFaults(shown: ProfileState, currency: string): Faults<keyof ProfileState> {
  return {
    ...(writtenLine(shown.name) === '' && { name: 'Please give a name' }),
    ...(writtenLine(shown.headline) === '' && {
      headline: 'Please say in one line what you help with',
    }),
    ...(shown.languages.length === 0 && { languages: 'Name at least one language' }),
    ...(linesOf(shown.bring).length > 10 && { bring: 'At most 10 lines' }),
    ...(amountOf(shown.hourlyRate, currency) === null && {
      hourlyRate: 'Give an amount, such as 120',
    }),
    ...(!/^(https:\/\/\S+)?$/i.test(shown.meetingUrl.trim()) && {
      meetingUrl: 'Enter a link that begins with https://, or leave it empty',
    }),
  }
}

/** In the order of the page. */
export const profileFields: readonly (keyof ProfileState)[] = [
  'name',
  'headline',
  'bio',
  'bring',
  'category',
  'skills',
  'languages',
  'hourlyRate',
  'meetingUrl',
]

const shownNames: Readonly<Record<keyof ProfileState, string>> = {
  name: 'name',
  headline: 'headline',
  bio: 'about you',
  bring: 'what to bring',
  category: 'category',
  skills: 'skills',
  languages: 'languages',
  hourlyRate: 'rate',
  meetingUrl: 'meeting link',
}

export function changedFields(parts: Partial<ProfileState>): string[] {
  return profileFields
    .filter((field) => parts[field] !== undefined)
    .map((field) => shownNames[field])
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(writtenLine)
    .filter((line) => line !== '')
}
