import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

/** The demo's categories, in the order of the directory. Each has a file of its own. */
const categories = [
  'startups',
  'engineering',
  'design',
  'law',
  'health',
  'finance',
  'languages',
  'music',
] as const

/** The same place for the sources and for what is built of them. */
const folder = new URL('../../seed/', import.meta.url)

const Rating = z.literal([1, 2, 3, 4, 5])
/** Wall-time windows such as `09:00-12:30`, on quarters of an hour; `24:00` may end one. */
const Windows = z.array(
  z.string().check(z.regex(/^([01]\d|2[0-3]):(00|15|30|45)-([01]\d|2[0-4]):(00|15|30|45)$/)),
)

/** An expert of the demo, as a person would describe one; the seeder makes records of it. */
const Expert = z.strictObject({
  /** Kebab-case ASCII; also the name of the portrait's files. */
  slug: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  name: z.string(),
  /** What they help with. */
  headline: z.string().check(z.minLength(20), z.maxLength(80)),
  /** Two or three paragraphs, parted by an empty line. */
  bio: z.string(),
  /** What a customer had better bring, in short lines. */
  bring: z.array(z.string()).check(z.minLength(2), z.maxLength(4)),
  skills: z.array(z.string()),
  /** BCP 47 codes, the expert's own language first. */
  languages: z.array(z.string()),
  /** Whole major units of the installation's currency. */
  hourlyRate: z.int(),
  /** Minutes, ascending. */
  sessionLengths: z.array(z.int()).check(z.minLength(1)),
  /** IANA name. */
  timeZone: z.string(),
  policy: z.strictObject({
    noticeMinutes: z.int(),
    horizonDays: z.int(),
    gapMinutes: z.int(),
    stepMinutes: z.literal([15, 30, 60]),
    cancellationMinutes: z.int(),
  }),
  weekly: z.strictObject({
    mon: z.optional(Windows),
    tue: z.optional(Windows),
    wed: z.optional(Windows),
    thu: z.optional(Windows),
    fri: z.optional(Windows),
    sat: z.optional(Windows),
    sun: z.optional(Windows),
  }),
  /** Dates counted from the day of seeding; no windows mean time off. */
  exceptions: z.array(z.strictObject({ inDays: z.int(), windows: Windows })),
  /** The share of the near-term slots that the seeder books in advance. */
  fill: z.number().check(z.minimum(0), z.maximum(0.9)),
  /** Nobody books in advance: whoever tries things out shall get the next start. */
  keptFree: z.optional(z.boolean()),
  /** Newest first. The author is the display name that the writer chose for publication. */
  reviews: z.array(
    z.strictObject({ rating: Rating, text: z.string(), author: z.string(), daysAgo: z.int() }),
  ),
  /** Further ratings, which came without a text. */
  ratingsOnly: z.array(Rating),
})

/** `icon` is the name of a Lucide icon. */
const CategoryFile = z.strictObject({
  slug: z.string(),
  name: z.string(),
  icon: z.string(),
  experts: z.array(Expert),
})

type SeedCategory = Omit<z.infer<typeof CategoryFile>, 'experts'>
export type SeedExpert = z.infer<typeof Expert> & { readonly category: SeedCategory }

export interface Seed {
  readonly categories: readonly SeedCategory[]
  readonly experts: readonly SeedExpert[]
}

/** Everybody whom the demo knows, in the order of the categories. All of them are fictional. */
export function readSeed(): Seed {
  const files = categories.map((name) => {
    const text = readFileSync(new URL(`${name}.json`, folder), 'utf8')
    const { experts, ...category } = CategoryFile.parse(JSON.parse(text))
    return { category, experts: experts.map((expert) => ({ ...expert, category })) }
  })
  return {
    categories: files.map(({ category }) => category),
    experts: files.flatMap(({ experts }) => experts),
  }
}
