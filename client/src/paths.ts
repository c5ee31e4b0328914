/** Every address of the product. A manage token travels in the fragment: no server and no log ever sees it. */
export const paths = {
  home: '/',
  experts: '/experts',
  expert: (slug: string) => `/experts/${slug}`,
  bookings: '/bookings',
  /** Without a token it opens for who is signed in with the address that it was booked with. */
  booking: (id: string, token = '') => (token === '' ? `/b/${id}` : `/b/${id}#${token}`),
  /** `to`: where one goes on to. Never with a token in it: the query is sent to the server. */
  signIn: (to?: string) =>
    to === undefined ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`,
  account: '/account',
  privacy: '/privacy',
  terms: '/terms',
  source: '/terms#source',
  /** The mail that was sent, where the server is a demo on this machine. */
  devMail: '/dev/mail',
} as const
