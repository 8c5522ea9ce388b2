import { useLayoutEffect, useRef, useState } from 'react'
import { formatNumber } from '../../messages/format.ts'
import { MAX_SCENES, type Scene, type Tour } from '../../model/tour.ts'
import type { View } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { replaceOwnTour } from '../../view/own-tours.ts'
import { copyTitle, inserted, moved } from './edit.ts'
import { SceneRow } from './SceneRow.tsx'
import styles from './Scene.module.css'
import { TextPair } from './TextPair.tsx'

/** Something taken away, and the way to have it back. */
export interface Undoable {
  readonly text: string
  readonly undo: () => void
}

interface Props {
  readonly tour: Tour
  readonly onPlay: (scene: number) => void
  readonly onShow: (view: View) => void
  /** Told what can be undone from now on. */
  readonly onRemoved: (what: Undoable) => void
  /** Takes the whole tour away: its last scene was removed. */
  readonly onEmpty: () => void
}

/** A tour's title and its scenes in order; one of them is open. */
export function TourEditor({ tour, onPlay, onShow, onRemoved, onEmpty }: Props) {
  const { words, say, language, announce } = useAtlas()
  const text = words.tours.editor
  const { scenes } = tour
  const [open, setOpen] = useState<number | null>(scenes.length === 1 ? 0 : null)
  const list = useRef<HTMLOListElement>(null)
  const focusNext = useRef<readonly [scene: number, actions: readonly string[]] | null>(null)
  const number = (n: number) => formatNumber(n, language)
  const set = (next: readonly Scene[]) => replaceOwnTour(tour.id, (before) => ({ ...before, scenes: next }))

  // Moving a row takes it out of the document for a moment, and the focus with it.
  useLayoutEffect(() => {
    if (focusNext.current === null) return
    const [at, actions] = focusNext.current
    focusNext.current = null
    const row = list.current?.children[at]
    const button = actions.map((name) => row?.querySelector<HTMLButtonElement>(`[data-action="${name}"]:enabled`))
    button.find((one) => one)?.focus()
  })

  const move = (from: number, to: number) => {
    const scene = scenes[from]
    if (scene === undefined || to < 0 || to >= scenes.length) return
    const way = to < from ? ['scene-up', 'scene-down'] : ['scene-down', 'scene-up']
    focusNext.current = [to, way]
    if (open !== null) setOpen(open === from ? to : open === to ? from : open)
    set(moved(scenes, from, to))
    announce(text.moved(say(scene.title), number(to + 1), number(scenes.length)))
  }
  const duplicate = (at: number, scene: Scene) => {
    if (scenes.length >= MAX_SCENES) {
      announce(words.tours.scenesFull(number(MAX_SCENES)))
      return
    }
    set(inserted(scenes, at + 1, { ...scene, title: copyTitle(scene.title) }))
    if (open !== null && open > at) setOpen(open + 1)
    focusNext.current = [at + 1, ['scene-edit']]
    announce(text.duplicated(say(scene.title)))
  }
  const remove = (at: number, scene: Scene) => {
    if (scenes.length === 1) {
      onEmpty()
      return
    }
    set(scenes.filter((_, i) => i !== at))
    if (open !== null) setOpen(open === at ? null : open > at ? open - 1 : open)
    onRemoved({
      text: words.tours.removed(say(scene.title)),
      undo: () => replaceOwnTour(tour.id, (now) => ({ ...now, scenes: inserted(now.scenes, at, scene) })),
    })
  }

  return (
    <div className={styles.editor} data-part="tour-editor">
      <TextPair
        zh={text.tourZh}
        en={text.tourEn}
        part="tour-title"
        value={tour.title}
        required
        onChange={(title) => replaceOwnTour(tour.id, (before) => ({ ...before, title }))}
      />
      <ol ref={list} className={styles.scenes} data-part="scenes">
        {scenes.map((scene, at) => (
          // A scene is its place in the order: it has no name of its own that would outlive an edit.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className={styles.scene} data-scene={at + 1}>
            <SceneRow
              scene={scene}
              at={at}
              of={scenes.length}
              open={open === at}
              onOpen={() => setOpen(open === at ? null : at)}
              onChange={(next) => set(scenes.map((one, i) => (i === at ? next : one)))}
              onMove={(to) => move(at, to)}
              onPlay={() => onPlay(at + 1)}
              onShow={onShow}
              onDuplicate={() => duplicate(at, scene)}
              onRemove={() => remove(at, scene)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}
