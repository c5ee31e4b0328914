/** An expert of the demo, as a person would describe one; the seeder makes records of it. */
export interface SeedExpert {
  /** Kebab-case ASCII; also the name of the portrait's files. */
  slug: string
  name: string
  /** What they help with, in 20 to 80 characters. */
  headline: string
  /** Two or three paragraphs, parted by an empty line. */
  bio: string
  /** What a customer had better bring, in two to four short lines. */
  bring: readonly string[]
  /** The slug of a category. */
  category: string
  skills: readonly string[]
  /** BCP 47 codes, the expert's own language first. */
  languages: readonly string[]
  /** Whole major units of the installation's currency. */
  hourlyRate: number
  /** Minutes, ascending. */
  sessionLengths: readonly number[]
  /** IANA name. */
  timeZone: string
  policy: {
    noticeMinutes: number
    horizonDays: number
    gapMinutes: number
    stepMinutes: 15 | 30 | 60
    cancellationMinutes: number
  }
  /** Wall-time windows such as '09:00-12:30', on quarters of an hour; '24:00' may end one. */
  weekly: Readonly<
    Partial<Record<'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun', readonly string[]>>
  >
  /** Dates counted from the day of seeding; no windows mean time off. */
  exceptions: readonly { inDays: number; windows: readonly string[] }[]
  /** The share, 0 to 0.9, of the near-term slots that the seeder books in advance. */
  fill: number
  /** Newest first. The author is the display name that the writer chose for publication. */
  reviews: readonly { rating: 1 | 2 | 3 | 4 | 5; text: string; author: string; daysAgo: number }[]
  /** Further ratings, which came without a text. */
  ratingsOnly: readonly (1 | 2 | 3 | 4 | 5)[]
}
