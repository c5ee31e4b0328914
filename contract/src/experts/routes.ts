import type { Route } from '../route.ts'

export const expertRoutes = {
  listCategories: { method: 'GET', path: '/categories' },
  searchExperts: { method: 'GET', path: '/experts' },
  suggest: { method: 'GET', path: '/suggestions' },
  getExpert: { method: 'GET', path: '/experts/{slug}' },
  applyAsExpert: { method: 'POST', path: '/applications' },
  getDesk: { method: 'GET', path: '/desk' },
  changeProfile: { method: 'PATCH', path: '/desk' },
  setPhoto: { method: 'PUT', path: '/desk/photo' },
  removePhoto: { method: 'DELETE', path: '/desk/photo' },
  listAdminExperts: { method: 'GET', path: '/admin/experts' },
  inviteExpert: { method: 'POST', path: '/admin/experts' },
  changeExpert: { method: 'PATCH', path: '/admin/experts/{id}' },
  getCategory: { method: 'GET', path: '/admin/categories/{slug}' },
  makeCategory: { method: 'POST', path: '/admin/categories' },
  changeCategory: { method: 'PATCH', path: '/admin/categories/{slug}' },
  removeCategory: { method: 'DELETE', path: '/admin/categories/{slug}' },
  listApplications: { method: 'GET', path: '/admin/applications' },
  decideApplication: { method: 'PATCH', path: '/admin/applications/{id}' },
} as const satisfies Readonly<Record<string, Route>>

/** 8 MiB: what a phone's camera makes. */
export const maxPhotoBytes = 8 * 1024 * 1024
