import { type EndpointsOf, IdParams, roleRefusals } from '../endpoint.ts'
import { page } from '../paging.ts'
import { blockRoutes } from './routes.ts'
import {
  Block,
  BlockInput,
  BlockMade,
  BlocksQuery,
  BookingOrigin,
  Report,
  ReportDecision,
  ReportInput,
  ReportsQuery,
} from './shapes.ts'

const ofStaff = { status: 200, personal: true } as const
const blockRefusals = [...roleRefusals, 'not_found', 'shared_domain', 'reason_needed'] as const

/** Keeping somebody away, and telling administrators of them. */
export const blockEndpoints = {
  getDeskOrigin: {
    ...blockRoutes.getDeskOrigin,
    ...ofStaff,
    summary: 'Find your other sessions that were booked from the same place',
    params: IdParams,
    response: BookingOrigin,
    problems: [...roleRefusals, 'not_found'],
  },
  getOrigin: {
    ...blockRoutes.getOrigin,
    ...ofStaff,
    summary: 'Find other bookings that were made from the same place',
    params: IdParams,
    response: BookingOrigin,
    problems: [...roleRefusals, 'not_found'],
  },
  listDeskBlocks: {
    ...blockRoutes.listDeskBlocks,
    ...ofStaff,
    summary: 'List who you have blocked',
    query: BlocksQuery,
    response: page(Block),
    problems: roleRefusals,
  },
  makeDeskBlock: {
    ...blockRoutes.makeDeskBlock,
    ...ofStaff,
    summary: 'Block somebody from booking you; doing it twice changes nothing',
    body: BlockInput,
    response: BlockMade,
    perHour: 120,
    problems: blockRefusals,
  },
  removeDeskBlock: {
    ...blockRoutes.removeDeskBlock,
    summary: 'Unblock somebody, so that they can book you again',
    params: IdParams,
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_found'],
  },
  listBlocks: {
    ...blockRoutes.listBlocks,
    ...ofStaff,
    summary: 'List who is blocked everywhere',
    query: BlocksQuery,
    response: page(Block),
    problems: roleRefusals,
  },
  makeBlock: {
    ...blockRoutes.makeBlock,
    ...ofStaff,
    summary: 'Block somebody from booking anyone; doing it twice changes nothing',
    body: BlockInput,
    response: BlockMade,
    perHour: 120,
    problems: blockRefusals,
  },
  removeBlock: {
    ...blockRoutes.removeBlock,
    summary: 'Unblock somebody',
    params: IdParams,
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_found'],
  },
  reportBooking: {
    ...blockRoutes.reportBooking,
    summary: 'Report one of your sessions to the administrators',
    params: IdParams,
    body: ReportInput,
    response: null,
    status: 204,
    personal: true,
    perHour: 60,
    problems: [...roleRefusals, 'not_found', 'reason_needed', 'already_there'],
  },
  listReports: {
    ...blockRoutes.listReports,
    ...ofStaff,
    summary: 'List what experts have reported',
    query: ReportsQuery,
    response: page(Report),
    problems: roleRefusals,
  },
  decideReport: {
    ...blockRoutes.decideReport,
    ...ofStaff,
    summary: 'Close a report',
    params: IdParams,
    body: ReportDecision,
    response: Report,
    problems: [...roleRefusals, 'not_found', 'already_decided', 'reason_needed'],
  },
} as const satisfies EndpointsOf<typeof blockRoutes>
