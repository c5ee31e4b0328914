/**
 * The store cannot be used as it is. The message is one line for the operator: what is wrong with which file or
 * address, and what to do. It never carries a password.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
}
