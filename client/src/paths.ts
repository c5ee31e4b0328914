/** Every address of the product. A manage token travels in the fragment: no server and no log ever sees it. */
export const paths = {
  home: '/',
  experts: '/experts',
  expert: (slug: string) => `/experts/${slug}`,
  bookings: '/bookings',
  booking: (id: string, token: string) => `/b/${id}#${token}`,
  privacy: '/privacy',
  terms: '/terms',
  source: '/terms#source',
} as const
