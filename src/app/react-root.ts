import { createRoot } from 'react-dom/client'
import { pause } from '../pack/pause.ts'

// Setting React up is about half of what the scripts of the first view do as they are loaded: a hand or a frame may come between it
// and the rest. What is waited for here waits for nothing of the app.
await pause()

/** React's own, imported before all else (see above). */
export { createRoot }
