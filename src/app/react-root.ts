// Setting React up is about half of what the scripts of the first view do as they are loaded: a hand or a frame may come between it
// and the rest. So this is in React's file, and the page names that file as a script of its own, ahead of the app's
// (`data/compile/first-view-plugin.ts`). Not by `await` at the top of a module, which would part the two as well: where one of a
// module's imports has it, WebKit gives a second `import()` of that module an empty one (its bug 242740), and the list of indicators
// did not open in Safari.
export { createRoot } from 'react-dom/client'
