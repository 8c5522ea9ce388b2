import { AtlasElement } from './element.ts'
import { SOURCE } from './frame.ts'

// A page may include the file twice, or by both of its names; the first one serves.
if (!customElements.get(SOURCE)) customElements.define(SOURCE, AtlasElement)
