import type { MoreTime } from '@expertconnect/contract/calls/more-time'
import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { formatMoney } from '../../lib/money.ts'
import { formatTime } from '../../lib/time/time.ts'

/**
 * How it stands with more time for one side: it may offer some (`open`), waits for an answer, is asked, has lost it to
 * somebody else's booking, or can do nothing.
 */
export type MoreTimeStage = 'open' | 'waiting' | 'asked' | 'lost' | 'none'

export function stageOf({ offeredBy, obstacle, allowed }: MoreTime, role: CallRole): MoreTimeStage {
  if (offeredBy === undefined) return allowed.includes('offer') ? 'open' : 'none'
  if (obstacle === 'taken') return 'lost'
  return offeredBy === role ? 'waiting' : 'asked'
}

/** `Offer 15 more minutes`; who pays for them asks. */
export function offerLabel({ minutes }: MoreTime, role: CallRole): string {
  return `${role === 'expert' ? 'Offer' : 'Ask for'} ${minutes} more minutes`
}

/** `Ada Lovelace offers 15 more minutes`. */
export function askedTitle({ minutes, offeredBy }: MoreTime, who: string): string {
  return `${who} ${offeredBy === 'expert' ? 'offers' : 'asks for'} ${minutes} more minutes`
}

/** `You offered 15 more minutes`. */
export function waitingTitle({ minutes, offeredBy }: MoreTime): string {
  return `You ${offeredBy === 'expert' ? 'offered' : 'asked for'} ${minutes} more minutes`
}

/** In a list: that it waits for an answer, if it does. */
export function openText(
  moreTime: MoreTime | undefined,
  role: CallRole,
): { stage: 'asked' | 'waiting'; text: string } | null {
  const stage = moreTime ? stageOf(moreTime, role) : 'none'
  if (stage === 'asked') {
    return { stage, text: role === 'expert' ? 'Asks for more time' : 'More time is offered' }
  }
  if (stage !== 'waiting') return null
  return { stage, text: `You ${role === 'expert' ? 'offered' : 'asked for'} more time` }
}

/** `until 15:15, for $45`. */
export function termsOf({ endsAt, price }: MoreTime, zone: string): string {
  return `until ${formatTime(endsAt, zone)}, ${price.amount === 0 ? 'at no charge' : `for ${formatMoney(price)}`}`
}

/** `Until 15:15, for $45.` */
export function sentenceOf(moreTime: MoreTime, zone: string): string {
  return `U${termsOf(moreTime, zone).slice(1)}.`
}

/** What it comes to, and what its expert should know of it. */
export function moreOf({ price, total, obstacle }: MoreTime, role: CallRole): string {
  const whole = price.amount === 0 ? '' : `The whole session is then ${formatMoney(total)}. `
  const beyond =
    obstacle === 'outside_hours' && role === 'expert' ? 'This is beyond your hours. ' : ''
  return (whole + beyond).trim()
}

/** `Agree to $45`: what is agreed to stands on the button. */
export function acceptLabel({ price }: MoreTime, role: CallRole): string {
  return role === 'customer' && price.amount > 0 ? `Agree to ${formatMoney(price)}` : 'Agree'
}

/** `Agreed: the session ends at 15:15 now, and costs $180 in all.` */
export function agreedText({ endsAt, price, total }: MoreTime, zone: string): string {
  const whole = price.amount === 0 ? '' : `, and costs ${formatMoney(total)} in all`
  return `Agreed: the session ends at ${formatTime(endsAt, zone)} now${whole}.`
}

/** Somebody else was faster. */
export function lostText(endsAt: string, zone: string): string {
  return `The time after this session has just been booked by somebody else. It ends at ${formatTime(endsAt, zone)}, as it was booked.`
}
