import { Booking } from '../bookings/shapes.ts'
import {
  Conflicts,
  DeskBooking,
  DeskBookingsQuery,
  DeskExpert,
  DeskSchedule,
  ProfileChange,
  ScheduleChange,
  Why,
  WhyQuery,
} from './shapes.ts'
import { type Endpoint, IdParams, roleRefusals } from '../endpoint.ts'
import { page } from '../primitives.ts'

/** 8 MiB: what a phone's camera makes. */
export const maxPhotoBytes = 8 * 1024 * 1024

/** An expert's own profile, schedule and sessions. */
export const deskEndpoints = {
  getDesk: {
    method: 'GET',
    path: '/desk',
    response: DeskExpert,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  changeProfile: {
    method: 'PATCH',
    path: '/desk',
    body: ProfileChange,
    response: DeskExpert,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'stale_version'],
  },
  setPhoto: {
    method: 'PUT',
    path: '/desk/photo',
    picture: true,
    response: DeskExpert,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'not_an_image', 'unsupported_media', 'too_large'],
  },
  removePhoto: {
    method: 'DELETE',
    path: '/desk/photo',
    response: DeskExpert,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  getSchedule: {
    method: 'GET',
    path: '/desk/schedule',
    response: DeskSchedule,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  changeSchedule: {
    method: 'PATCH',
    path: '/desk/schedule',
    body: ScheduleChange,
    response: DeskSchedule,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'stale_version'],
  },
  listConflicts: {
    method: 'GET',
    path: '/desk/conflicts',
    response: Conflicts,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  explainStart: {
    method: 'GET',
    path: '/desk/why',
    query: WhyQuery,
    response: Why,
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  listDeskBookings: {
    method: 'GET',
    path: '/desk/bookings',
    query: DeskBookingsQuery,
    response: page(Booking),
    status: 200,
    personal: true,
    problems: roleRefusals,
  },
  getDeskBooking: {
    method: 'GET',
    path: '/desk/bookings/{id}',
    params: IdParams,
    response: DeskBooking,
    status: 200,
    personal: true,
    problems: [...roleRefusals, 'not_found'],
  },
} as const satisfies Record<string, Endpoint>
