import { loadMessages } from '../src/messages/messages.ts'
import { LANGUAGES } from '../src/model/text.ts'

// Tests speak of every language at once; the app loads the one that is read.
await Promise.all(LANGUAGES.map(loadMessages))
