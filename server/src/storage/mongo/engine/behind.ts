/**
 * What comes behind a place in an order by this field and then by id, both in one direction. The first condition follows
 * from the second, and is what the index can begin with.
 */
export function behind(
  field: string,
  direction: 1 | -1,
  after: { readonly value: number; readonly id: string } | undefined,
) {
  if (!after) return {}
  const { value, id } = after
  return direction === 1
    ? { [field]: { $gte: value }, $or: [{ [field]: { $gt: value } }, { _id: { $gt: id } }] }
    : { [field]: { $lte: value }, $or: [{ [field]: { $lt: value } }, { _id: { $lt: id } }] }
}

/** The same of a time, the latest first. */
export function earlierThan(
  field: string,
  after: { readonly at: number; readonly id: string } | undefined,
) {
  return behind(field, -1, after && { value: after.at, id: after.id })
}
