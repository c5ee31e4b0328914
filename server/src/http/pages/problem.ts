import { problems } from '@expertconnect/contract/problems'
import type { RequestHandler } from 'express'
import { Refused } from '../../base/problem.ts'
import { html } from '../../markup/html.ts'

/** What the `type` of a problem document leads to: its title in words. */
export const problemPage: RequestHandler<{ code: string }> = (request, response) => {
  const { code } = request.params
  const problem = Object.entries(problems).find(([name]) => name === code)?.[1]
  if (!problem) throw new Refused('not_found')
  const words = html`<p>Code <code>${code}</code>, HTTP status ${problem.status}.</p>`
  const page = html`<!doctype html><html lang="en"><title>${code}</title><h1>${problem.title}</h1>${words}</html>`
  response.type('html').send(page.text)
}
