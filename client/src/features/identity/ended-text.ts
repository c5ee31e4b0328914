/** Said where somebody was signed in and is not any more: nobody did anything wrong. */
export const endedText = {
  title: 'You are no longer signed in here',
  why: 'It was ended in another browser, or it ran out because it was not used for a while.',
} as const
