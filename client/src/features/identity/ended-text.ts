/** Said where somebody was signed in and is not any more: nobody did anything wrong. */
export const endedText = {
  title: 'You are no longer signed in here',
  why: 'You signed out in another browser, or your session expired because it wasn’t used for a while.',
} as const
