/**
 * What the tab of each page says. The server writes it for those that run no script, the client when one goes from page
 * to page. Who an expert's page is about stands in `experts/expert-title`.
 */
export const pageTitles = {
  '/': 'Book a live video session with an expert',
  '/experts': 'All experts',
  '/bookings': 'My bookings',
  '/b/:id': 'Your booking',
  '/b/:id/call': 'Your session',
  '/practice': 'Practice room',
  '/sign-in': 'Sign in',
  '/account': 'Your account',
  '/become-an-expert': 'Become an expert',
  '/privacy': 'Privacy',
  '/terms': 'Terms',
  '/desk': 'Your desk',
  '/desk/calendar': 'Calendar',
  '/desk/busy': 'Busy times',
  '/desk/hours': 'Hours',
  '/desk/profile': 'Profile',
  '/desk/reviews': 'Reviews',
  '/desk/numbers': 'Numbers',
  '/desk/mails': 'E-mails',
  '/desk/blocked': 'Blocked',
  '/desk/bookings/:id': 'Your session',
  '/admin': 'Experts · Administration',
  '/admin/applications': 'Applications · Administration',
  '/admin/bookings': 'Bookings · Administration',
  '/admin/bookings/:id': 'Booking · Administration',
  '/admin/numbers': 'Numbers · Administration',
  '/admin/reports': 'Reports · Administration',
  '/admin/reviews': 'Reviews · Administration',
  '/admin/disputes': 'Disputes · Administration',
  '/admin/blocked': 'Blocked · Administration',
  '/admin/categories': 'Categories · Administration',
  '/admin/people': 'People · Administration',
  '/admin/messages': 'Mail · Administration',
  '/admin/audit': 'Audit · Administration',
} as const
export type PagePath = keyof typeof pageTitles

/**
 * Pages that may use camera and microphone, by the headers that they are loaded with: a page that was loaded elsewhere may
 * not become one of them. Links to them, and away from them, are full loads.
 */
export const callPages = ['/b/:id/call', '/practice'] as const satisfies readonly PagePath[]

/** Of `/dev/ui`, which only a demo on its own machine shows. */
export const kitTitle = 'The UI kit'

/** Of every other address. */
export const notFoundTitle = 'Not found'

/** The first link of every page, in what the server writes and in what the code of the page draws over it. */
export const skipWords = 'Skip to content'

/** What the landing page begins with: the server writes it into the page, and the client again once its code is there. */
export const landingWords = {
  title: 'An hour with someone who has ',
  emphasis: 'done it before',
  lead: 'Book a one-to-one video session with an expert. Pick a time in your own zone and it is yours at once, without waiting for an answer.',
} as const
