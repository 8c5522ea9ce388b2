import { create } from 'zustand'
import { MAX_PLACES, type View } from '../model/view.ts'
import type { Problem } from './codec.ts'

/**
 * How a change enters the history: a decision makes an entry, a movement (dragging, playing) makes none until it ends, a passage
 * (the next scene of a tour) takes the place of the last entry: a tour of days must not fill the history.
 */
export type Change = 'decision' | 'movement' | 'passage'

interface ViewState {
  /** null until the pack is there: its defaults and names settle the view. */
  readonly view: View | null
  /** What the link said that could not be used. */
  readonly problems: readonly Problem[]
  /** True while a movement has changed the view and no history entry stands for it yet. */
  readonly moving: boolean
  /** True where the last change was a passage. */
  readonly passing: boolean
  readonly settle: (view: View, problems: readonly Problem[]) => void
  readonly change: (partial: Partial<View>, kind?: Change) => void
  readonly dismissProblems: () => void
}

/** The one view state. Only `history.ts` reads the URL into it and writes it back. */
export const useViewStore = create<ViewState>()((set) => ({
  view: null,
  problems: [],
  moving: false,
  passing: false,
  settle: (view, problems) =>
    set((state) => ({
      view: kept(state.view, view),
      problems: kept(state.problems, problems),
      moving: false,
      passing: false,
    })),
  change: (partial, kind = 'decision') =>
    set((state) =>
      state.view === null
        ? state
        : { view: { ...state.view, ...partial }, moving: kind === 'movement', passing: kind === 'passage' },
    ),
  dismissProblems: () => set({ problems: [] }),
}))

/** @returns what was, where what is now says the same: then nothing that shows it is drawn again. Both are plain data. */
function kept<T>(before: T | null, now: T): T {
  return before !== null && JSON.stringify(before) === JSON.stringify(now) ? before : now
}

/**
 * The selection after choosing a place. Alone: that place; choosing the only selected place again clears. Adding: toggles it.
 * @returns the same array where `MAX_PLACES` is reached and nothing can be added
 */
export function selectPlace(places: readonly string[], code: string, add: boolean): readonly string[] {
  if (!add) return places.length === 1 && places[0] === code ? [] : [code]
  if (places.includes(code)) return places.filter((p) => p !== code)
  return places.length >= MAX_PLACES ? places : [...places, code]
}
