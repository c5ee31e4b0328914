/** What a side says of coming later. */
export interface Said {
  readonly minutes?: number | undefined
  readonly word?: string | undefined
}

/** Ada Lovelace is about 10 minutes late. */
export function lateTitle(who: string, { minutes }: Said): string {
  const is = who === 'You' ? 'You are' : `${who} is`
  return minutes === undefined ? `${is} running late` : `${is} about ${minutes} minutes late`
}

/** Ada Lovelace is still in a session and will be with you shortly. Which one is nobody's business. */
export function heldUpTitle(who: string): string {
  return `${who} is still in a session and will be with you shortly`
}

/** For the title of a tab: `● Ada Lovelace is with you shortly`. */
export function heldUpMark(who: string): string {
  return `● ${who} is with you shortly`
}

/** For the title of a tab: `● Ada Lovelace is 10 min late`. */
export function lateMark(who: string, { minutes }: Said): string {
  return minutes === undefined ? `● ${who} is late` : `● ${who} is ${minutes} min late`
}
