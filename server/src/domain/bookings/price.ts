/** The price of a session in minor units, rounded half up. */
export function priceOf(hourlyRate: number, minutes: number): number {
  return Math.floor((hourlyRate * minutes) / 60 + 0.5)
}
