import * as z from 'zod/mini'

/** Where the next page of a list begins, as the page before it said. */
export const cursor = z.optional(z.string().check(z.maxLength(200)))

/** How many items a page may have. The mark lets a form that loads one schema leave out all lists beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function pageSize(most: number) {
  return z.coerce.number().check(z.int(), z.gte(1), z.lte(most))
}

/** What administrators search by: words or the beginning of an address; bookings by their id as well. */
export const searchWords = z.optional(z.string().check(z.maxLength(254)))

/** One page of a list. `total` counts all results where the list has a count. */
export function page<T extends z.ZodMiniType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.optional(z.string()),
    total: z.optional(z.int()),
  })
}
