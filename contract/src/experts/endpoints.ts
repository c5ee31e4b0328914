import * as z from 'zod/mini'
import { ApplicationInput } from '../admin.ts'
import { Board, BoardQuery } from '../boards/shapes.ts'
import { type Endpoint, SlugParams } from '../endpoint.ts'
import { Category, DirectoryQuery, Expert, Reviews, ReviewsQuery } from './shapes.ts'
import { page } from '../primitives.ts'

/** What everyone may read and ask for. */
export const publicEndpoints = {
  listCategories: {
    method: 'GET',
    path: '/categories',
    response: z.object({ items: z.array(Category) }),
    status: 200,
    problems: [],
  },
  searchExperts: {
    method: 'GET',
    path: '/experts',
    query: DirectoryQuery,
    response: page(Expert),
    status: 200,
    problems: [],
  },
  getExpert: {
    method: 'GET',
    path: '/experts/{slug}',
    params: SlugParams,
    response: Expert,
    status: 200,
    problems: ['not_found'],
  },
  getBoard: {
    method: 'GET',
    path: '/experts/{slug}/slots',
    params: SlugParams,
    query: BoardQuery,
    response: Board,
    status: 200,
    problems: ['not_found', 'length_not_offered'],
  },
  listReviews: {
    method: 'GET',
    path: '/experts/{slug}/reviews',
    params: SlugParams,
    query: ReviewsQuery,
    response: Reviews,
    status: 200,
    problems: ['not_found'],
  },
  applyAsExpert: {
    method: 'POST',
    path: '/applications',
    body: ApplicationInput,
    /** The same whether or not somebody applied with this address before. */
    response: null,
    status: 204,
    problems: [],
  },
} as const satisfies Record<string, Endpoint>
