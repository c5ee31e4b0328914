import type { ChosenKind, MailChoices } from '@expertconnect/contract/messages/shapes'

/** One press: a kind of mail that is wanted or not, or when the agenda is sent; null for no agenda. */
export type Choice =
  | { readonly kind: ChosenKind; readonly wanted: boolean }
  | { readonly agendaAt: string | null }

/** What is chosen after it. All that it does not name stays as it is. */
export function choose(choices: MailChoices, choice: Choice): MailChoices {
  if ('agendaAt' in choice) return { ...choices, agendaAt: choice.agendaAt }
  const others = choices.unwanted.filter((kind) => kind !== choice.kind)
  return { ...choices, unwanted: choice.wanted ? others : [...others, choice.kind] }
}
