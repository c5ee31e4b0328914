import { type EndpointsOf, SlugParams } from '../endpoint.ts'
import { boardRoutes } from './routes.ts'
import { BoardQuery, Board } from './shapes.ts'

/** The slots of an expert. */
export const boardEndpoints = {
  getBoard: {
    ...boardRoutes.getBoard,
    summary: 'Read the slots of an expert, each with its state',
    params: SlugParams,
    query: BoardQuery,
    response: Board,
    status: 200,
    problems: ['not_found', 'length_not_offered'],
  },
} as const satisfies EndpointsOf<typeof boardRoutes>
