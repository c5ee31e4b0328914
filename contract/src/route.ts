/** Where a call goes: all that a browser has to know of an endpoint. Plain data, so that no schema comes along. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`; `{name}` is a parameter. */
  readonly path: string
}
