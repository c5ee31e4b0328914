/** The keys of what belongs to who is signed in: all of it goes when they do. */
export const mine = {
  all: ['mine'],
  me: ['mine', 'me'],
  bookings: ['mine', 'bookings'],
  /** One of them, whoever looks at it. */
  booking: ['mine', 'booking'],
  sessions: ['mine', 'sessions'],
  passkeys: ['mine', 'passkeys'],
  desk: ['mine', 'desk'],
  deskBookings: ['mine', 'desk', 'bookings'],
  admin: ['mine', 'admin'],
} as const
