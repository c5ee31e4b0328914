import { isDeepStrictEqual } from 'node:util'
import type { Connection } from 'mongoose'
import type { Models } from './models.ts'

/**
 * Has the database itself refuse a document of another shape, whoever writes it: a field of another type, a word that no
 * list has, one that is missing. Made of the schemas by which we write. Documents that are there already stay as they are.
 */
export async function setValidators(connection: Connection, models: Models): Promise<void> {
  const stored = await connection.listCollections()
  for (const [name, { schema }] of Object.entries(models)) {
    const found = stored.find((each) => each.name === name)
    const validator = { $jsonSchema: schema.toJSONSchema({ useBsonType: true }) }
    if (!found || isDeepStrictEqual(validatorOf(found), validator)) continue
    await connection.db?.command({ collMod: name, validator, validationLevel: 'moderate' })
  }
}

function validatorOf(found: object): unknown {
  const { options } = found as { readonly options?: { readonly validator?: unknown } }
  return options?.validator
}
