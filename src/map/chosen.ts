import { createContext } from 'react'

/**
 * Codes of the places selected as of now, where the picture follows later: their outlines alone answer the hand at once.
 * null: the picture's own are drawn.
 */
export const ChosenContext = createContext<readonly string[] | null>(null)
