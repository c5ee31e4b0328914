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
    summary: 'See what else comes from where a session came from, with oneself',
    params: IdParams,
    response: BookingOrigin,
    problems: [...roleRefusals, 'not_found'],
  },
  getOrigin: {
    ...blockRoutes.getOrigin,
    ...ofStaff,
    summary: 'See what else comes from where a booking came from, with whomever',
    params: IdParams,
    response: BookingOrigin,
    problems: [...roleRefusals, 'not_found'],
  },
  listDeskBlocks: {
    ...blockRoutes.listDeskBlocks,
    ...ofStaff,
    summary: 'List whom one has blocked',
    query: BlocksQuery,
    response: page(Block),
    problems: roleRefusals,
  },
  makeDeskBlock: {
    ...blockRoutes.makeDeskBlock,
    ...ofStaff,
    summary: 'Keep somebody from booking oneself; what is blocked already stays so',
    body: BlockInput,
    response: BlockMade,
    perHour: 120,
    problems: blockRefusals,
  },
  removeDeskBlock: {
    ...blockRoutes.removeDeskBlock,
    summary: 'Let somebody book oneself again',
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
    summary: 'Keep somebody from booking anybody; what is blocked already stays so',
    body: BlockInput,
    response: BlockMade,
    perHour: 120,
    problems: blockRefusals,
  },
  removeBlock: {
    ...blockRoutes.removeBlock,
    summary: 'Let somebody book again',
    params: IdParams,
    response: null,
    status: 204,
    personal: true,
    problems: [...roleRefusals, 'not_found'],
  },
  reportBooking: {
    ...blockRoutes.reportBooking,
    summary: 'Tell administrators of a session with oneself',
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
    summary: 'Read what experts report',
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
