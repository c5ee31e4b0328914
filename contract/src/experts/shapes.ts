import * as z from 'zod/mini'
import { cursor, page, pageSize, searchWords } from '../paging.ts'
import { CustomerEmail, Id, Instant, line, Money, Slug, text } from '../primitives.ts'
import { Policy } from '../schedules/shapes.ts'

export const Category = z.object({
  slug: Slug,
  name: z.string(),
  /** A Lucide icon's name. */
  icon: z.string(),
  experts: z.int(),
})
export type Category = z.infer<typeof Category>

export const Expert = z.object({
  id: z.string(),
  slug: Slug,
  name: z.string(),
  headline: z.string(),
  bio: z.string(),
  /** What to bring to a session, a line each. */
  bring: z.array(z.string()),
  category: z.object({ slug: Slug, name: z.string() }),
  skills: z.array(z.string()),
  /** BCP 47. */
  languages: z.array(z.string()),
  rating: z.object({ average: z.number(), count: z.int() }),
  hourlyRate: Money,
  sessionLengths: z.array(z.int()),
  policy: Policy,
  timeZone: z.string(),
  photoUrl: z.nullable(z.string()),
  /** The next free start of the shortest session. */
  nextFreeAt: z.nullable(Instant),
})
export type Expert = z.infer<typeof Expert>

export const directorySorts = ['soonest', 'rating', 'price'] as const
export type DirectorySort = (typeof directorySorts)[number]

export const DirectoryQuery = z.object({
  query: z.optional(z.string().check(z.maxLength(200))),
  category: z.optional(Slug),
  language: z.optional(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
  /** Per hour, in minor units. */
  maxPrice: z.optional(z.coerce.number().check(z.int(), z.gte(0))),
  /** Only who has a free start in `[freeFrom, freeBefore)`; at most eight days ahead. Without one of them: now, or in eight days. */
  freeFrom: z.optional(Instant),
  freeBefore: z.optional(Instant),
  /** How many free starts to tell of each, two hours or more apart, of what was asked for. */
  times: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(12))),
  sort: z._default(z.enum(directorySorts), 'soonest'),
  cursor,
  limit: z._default(pageSize(60), 24),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

/** As a list tells of them. */
export const FoundExpert = z.extend(Expert, {
  /** Free starts of the shortest session, ascending, where the list was asked for `times`. */
  freeTimes: z.optional(z.array(Instant)),
})
export type FoundExpert = z.infer<typeof FoundExpert>

/**
 * Where nobody has all of the words that were typed, `meant` says for which ones these were found. Of who is free within
 * a time there is a `total` only where the first page holds them all, and a page may hold fewer than the next.
 */
export const FoundExperts = z.extend(page(FoundExpert), { meant: z.optional(z.string()) })
export type FoundExperts = z.infer<typeof FoundExperts>

export const SuggestionsQuery = z.object({
  query: z.string().check(z.minLength(1), z.maxLength(200)),
})
export type SuggestionsQuery = z.infer<typeof SuggestionsQuery>

export const Suggestion = z.discriminatedUnion('kind', [
  /** Other words to search by: those that were probably meant, or more of what experts offer. */
  z.object({ kind: z.literal('words'), text: z.string(), meant: z.optional(z.literal(true)) }),
  z.object({ kind: z.literal('category'), slug: Slug, name: z.string(), icon: z.string() }),
  z.object({
    kind: z.literal('expert'),
    slug: Slug,
    name: z.string(),
    headline: z.string(),
    photoUrl: z.nullable(z.string()),
  }),
])
export type Suggestion = z.infer<typeof Suggestion>

export const Suggestions = z.object({ items: z.array(Suggestion) })
export type Suggestions = z.infer<typeof Suggestions>

/** The expert as they themselves, and administrators, see them. */
const StaffExpert = z.extend(Expert, {
  /** Of the profile. Rises with every change of it; the schedule has a version of its own. */
  version: z.int(),
  /** In the directory and open for booking. An administrator decides it. */
  listed: z.boolean(),
  paused: z.boolean(),
})

/** As they themselves alone see them. */
export const DeskExpert = z.extend(StaffExpert, {
  /** Where they meet people when a call finds no path: shown to whoever has booked, and to nobody else. */
  meetingUrl: z.nullable(z.string()),
})
export type DeskExpert = z.infer<typeof DeskExpert>

const language = z
  .string()
  .check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Unknown language'))

const profileFields = {
  name: z.optional(line(120, 'Please give a name')),
  headline: z.optional(line(160, 'Please say in a line what you help with')),
  bio: z.optional(text(4000)),
  /** What to bring to a session, a line each. */
  bring: z.optional(z.array(line(200, 'Please remove the empty line')).check(z.maxLength(10))),
  category: z.optional(Slug),
  skills: z.optional(
    z.array(line(40, 'Please remove the empty skill')).check(z.maxLength(20, 'At most 20 skills')),
  ),
  languages: z.optional(z.array(language).check(z.minLength(1), z.maxLength(12))),
  /** Minor units of the installation's currency. */
  hourlyRate: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
}

const meetingUrl = z.string().check(
  z.trim(),
  z.maxLength(500, 'At most 500 characters'),
  z.refine(
    (text) => text === '' || isHttps(text),
    'Give a link that begins with https://, or nothing',
  ),
)

const httpsUrl = z.url({ protocol: /^https$/ })

/** Without a name or a password before its host, and without what would rearrange the text around it. */
function isHttps(text: string): boolean {
  const isPlain = /^https:\/\/[^\s\p{C}/?#@\\]+([/?#][^\s\p{C}]*)?$/iu.test(text)
  return isPlain && httpsUrl.safeParse(text).success
}

/** What is left out stays. Another rate is for new bookings: what was agreed stands. */
export const ProfileChange = z.object({
  version: z.int().check(z.gte(1)),
  ...profileFields,
  /** An empty one removes it. */
  meetingUrl: z.optional(meetingUrl),
})
export type ProfileChange = z.infer<typeof ProfileChange>

export const AdminExpert = z.extend(StaffExpert, {
  /** With which address this expert signs in. */
  email: z.nullable(z.string()),
})
export type AdminExpert = z.infer<typeof AdminExpert>

export const AdminExpertsQuery = z.object({
  query: searchWords,
  cursor,
  limit: z.optional(pageSize(100)),
  show: z.optional(z.enum(['all', 'listed', 'unlisted'])),
})
export type AdminExpertsQuery = z.infer<typeof AdminExpertsQuery>

/** Makes an expert who is not listed yet and invites them to their desk by mail. */
export const Invitation = z.object({
  email: CustomerEmail,
  name: line(120, 'Please give a name'),
  category: Slug,
})
export type Invitation = z.infer<typeof Invitation>

export const AdminExpertChange = z.object({
  version: z.int().check(z.gte(1)),
  ...profileFields,
  listed: z.optional(z.boolean()),
})
export type AdminExpertChange = z.infer<typeof AdminExpertChange>

/** A Lucide icon's name. */
const icon = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'Expected an icon name such as palette'))
const categoryName = line(60, 'Please name the category')

const fewWords = (missing: string) =>
  z
    .array(line(60, 'Please remove the empty word'))
    .check(z.minLength(1, missing), z.maxLength(60, 'At most 60 words in a line'))

/** Who types one of `typed` finds whoever has a word that begins with one of `found`. Compared without case and accents. */
export const Synonym = z.object({
  typed: fewWords('Please say what people type'),
  found: fewWords('Please say what profiles have for it'),
})
export type Synonym = z.infer<typeof Synonym>

/** Left out, a new category has those that we know for its slug, and one that is there keeps its own. */
const synonyms = z.optional(z.array(Synonym).check(z.maxLength(100, 'At most 100 lines')))

/** With what only administrators see of it. */
export const AdminCategory = z.extend(Category, { synonyms: z.array(Synonym) })
export type AdminCategory = z.infer<typeof AdminCategory>

export const CategoryInput = z.object({ slug: Slug, name: categoryName, icon, synonyms })
export type CategoryInput = z.infer<typeof CategoryInput>
export const CategoryChange = z.object({ name: categoryName, icon, synonyms })
export type CategoryChange = z.infer<typeof CategoryChange>

export const applicationStates = ['waiting', 'approved', 'declined'] as const

export const ApplicationInput = z.object({
  email: CustomerEmail,
  name: line(120, 'Please tell us your name'),
  headline: line(160, 'Please say in a line what you help with'),
  category: Slug,
  bio: text(4000).check(z.minLength(1, 'Please tell us about yourself')),
})
export type ApplicationInput = z.infer<typeof ApplicationInput>

export const Application = z.extend(ApplicationInput, {
  id: Id,
  /** Whoever sent it was signed in with this address. */
  proved: z.optional(z.literal(true)),
  state: z.enum(applicationStates),
  sentAt: Instant,
  decidedAt: z.optional(Instant),
  /** Why it was declined; told to the applicant. */
  reason: z.optional(z.string()),
})
export type Application = z.infer<typeof Application>

export const ApplicationsQuery = z.object({
  query: searchWords,
  cursor,
  limit: z.optional(pageSize(100)),
  state: z.optional(z.enum(applicationStates)),
})
export type ApplicationsQuery = z.infer<typeof ApplicationsQuery>

/** Approving makes an expert who is not listed yet, and tells them by mail how to reach their desk. */
export const Decision = z.object({
  state: z.enum(['approved', 'declined']),
  reason: z.optional(text(500)),
})
export type Decision = z.infer<typeof Decision>
