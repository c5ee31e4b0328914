import type { Route } from '../route.ts'

export const peopleRoutes = {
  startSignIn: { method: 'POST', path: '/auth/start' },
  proveSignIn: { method: 'POST', path: '/auth/verify' },
  getMe: { method: 'GET', path: '/auth/me' },
  signOut: { method: 'POST', path: '/auth/sign-out' },
  listSessions: { method: 'GET', path: '/auth/sessions' },
  endSession: { method: 'DELETE', path: '/auth/sessions/{id}' },
  endSessions: { method: 'DELETE', path: '/auth/sessions' },
  startPasskeySignIn: { method: 'POST', path: '/auth/passkeys/sign-in' },
  provePasskey: { method: 'POST', path: '/auth/passkeys/verify' },
  listPasskeys: { method: 'GET', path: '/auth/passkeys' },
  startPasskey: { method: 'POST', path: '/auth/passkeys/start' },
  addPasskey: { method: 'POST', path: '/auth/passkeys' },
  removePasskey: { method: 'DELETE', path: '/auth/passkeys/{id}' },
  startAddressChange: { method: 'POST', path: '/auth/address' },
  proveAddressChange: { method: 'POST', path: '/auth/address/verify' },
  readMyData: { method: 'GET', path: '/auth/data' },
  eraseMe: { method: 'DELETE', path: '/auth/me' },
  listPeople: { method: 'GET', path: '/admin/people' },
  changeRoles: { method: 'PATCH', path: '/admin/people/{id}' },
} as const satisfies Readonly<Record<string, Route>>
