import { createHost } from './host.ts'
import { DIST } from './pack.ts'

/** The host of a whole run of tests (playwright.config.ts starts it). */
const port = Number(process.env['ATLAS_TEST_PORT'])
if (!Number.isInteger(port) || port <= 0) throw new Error('set ATLAS_TEST_PORT to the port to serve on')
createHost().listen(port, '127.0.0.1', () => console.log(`serving ${DIST} on http://127.0.0.1:${port}/atlas/`))
