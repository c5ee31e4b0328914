/** Rounded to hundredths, so that every engine stores, sorts and pages by exactly the same number. */
export function ratingOf(stars: readonly number[]): { average: number; count: number } {
  const count = stars.length
  if (count === 0) return { average: 0, count }
  const sum = stars.reduce((total, each) => total + each, 0)
  return { average: Math.round((100 * sum) / count) / 100, count }
}
