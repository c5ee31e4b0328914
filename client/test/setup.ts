import 'temporal-polyfill/global'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

// What is awaited comes in milliseconds; a machine that is busy with browsers beside may take longer.
configure({ asyncUtilTimeout: 30_000 })

afterEach(cleanup)
