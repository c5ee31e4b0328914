/** Every address of the product. A manage token travels in the fragment: no server and no log ever sees it. */
export const paths = {
  home: '/',
  experts: '/experts',
  expert: (slug: string) => `/experts/${slug}`,
  /** Where it is booked, with a start that is chosen already: an instant. */
  expertAt: (slug: string, startsAt: string) => `/experts/${slug}?at=${startsAt}#book`,
  bookings: '/bookings',
  /** Without a token it opens for who is signed in with the address that it was booked with. */
  booking: (id: string, token = '') => (token === '' ? `/b/${id}` : `/b/${id}#${token}`),
  /**
   * Where both sides of a booking meet. It is loaded as a document of its own (`<a href>`): only there may a page use the
   * camera.
   */
  call: (id: string, token = '') => (token === '' ? `/b/${id}/call` : `/b/${id}/call#${token}`),
  /** Meeting oneself in two tabs: the test of camera, microphone and connection. */
  practice: '/practice',
  /** `to`: where one goes on to. Never with a token in it: the query is sent to the server. */
  signIn: (to?: string) =>
    to === undefined ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`,
  /** The same for who is signed in already and must prove their address anew. */
  signInAgain: (to: string) => `/sign-in?again=1&to=${encodeURIComponent(to)}`,
  account: '/account',
  passkeys: '/account#passkeys',
  /** With the question whether to erase everything, after a fresh proof. */
  erase: '/account?erase=1',
  desk: '/desk',
  deskCalendar: '/desk/calendar',
  /** Calendars elsewhere. */
  deskBusy: '/desk/busy',
  deskHours: '/desk/hours',
  deskProfile: '/desk/profile',
  deskMails: '/desk/mails',
  deskNumbers: '/desk/numbers',
  deskReviews: '/desk/reviews',
  deskBlocked: '/desk/blocked',
  /** An expert's own view of a session; their token opens it without signing in. */
  deskBooking: (id: string, token = '') =>
    token === '' ? `/desk/bookings/${id}` : `/desk/bookings/${id}#${token}`,
  becomeExpert: '/become-an-expert',
  admin: '/admin',
  adminExperts: (query: string) => `/admin?query=${encodeURIComponent(query)}`,
  adminApplications: '/admin/applications',
  adminBookings: '/admin/bookings',
  adminBooking: (id: string) => `/admin/bookings/${id}`,
  adminNumbers: '/admin/numbers',
  adminReports: '/admin/reports',
  adminReviews: '/admin/reviews',
  adminDisputes: '/admin/disputes',
  adminBlocked: '/admin/blocked',
  adminCategories: '/admin/categories',
  adminPeople: '/admin/people',
  adminMessages: '/admin/messages',
  adminAudit: '/admin/audit',
  privacy: '/privacy',
  terms: '/terms',
  source: '/terms#source',
  /** How machines talk to it, described by the server. */
  docs: '/docs',
  /** The mail that was sent, where the server is a demo on this machine. */
  devMail: '/dev/mail',
} as const
