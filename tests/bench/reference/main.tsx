import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './style.css'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no element #root')
createRoot(root).render(<App />)
