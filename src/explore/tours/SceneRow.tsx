import type { ReactNode } from 'react'
import { formatNumber } from '../../messages/format.ts'
import type { Scene } from '../../model/tour.ts'
import type { View } from '../../model/view.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Scene.module.css'
import { SceneForm } from './SceneForm.tsx'

interface Props {
  readonly scene: Scene
  /** Index of the scene, from 0. */
  readonly at: number
  readonly of: number
  readonly open: boolean
  readonly onOpen: () => void
  readonly onChange: (scene: Scene) => void
  readonly onMove: (to: number) => void
  readonly onPlay: () => void
  readonly onShow: (view: View) => void
  readonly onDuplicate: () => void
  readonly onRemove: () => void
}

/** One scene of a tour being made: what it is, what can be done with it, and its fields while it is open. */
export function SceneRow(props: Props) {
  const { scene, at, of, open, onOpen, onChange, onMove, onPlay, onShow, onDuplicate, onRemove } = props
  const { words, say, language } = useAtlas()
  const text = words.tours.editor
  const title = say(scene.title)
  const seconds = scene.seconds === null ? text.manual : words.tours.stands(formatNumber(scene.seconds, language))
  return (
    <>
      <div className={styles.sceneHead}>
        <button
          type="button"
          className={styles.sceneTitle}
          data-action="scene-edit"
          aria-expanded={open}
          onClick={onOpen}
        >
          <Icon name="caret" className={styles.caret} />
          <span className={styles.number}>{formatNumber(at + 1, language)}</span>
          <span className={styles.what}>
            <span>{title}</span>
            <span className={styles.aside}>
              {[text.layouts[scene.layout], seconds, ...(scene.run ? [text.run] : [])].join(words.tours.join)}
            </span>
          </span>
        </button>
        <div className={styles.sceneTools}>
          <Tool name="scene-up" label={text.up(title)} disabled={at === 0} onClick={() => onMove(at - 1)}>
            <Icon name="up" />
          </Tool>
          <Tool name="scene-down" label={text.down(title)} disabled={at === of - 1} onClick={() => onMove(at + 1)}>
            <Icon name="down" />
          </Tool>
          <Tool name="scene-play" label={text.playFrom(title)} onClick={onPlay}>
            <Icon name="play" />
          </Tool>
          <Tool name="scene-duplicate" label={text.duplicateScene(title)} onClick={onDuplicate}>
            <Icon name="duplicate" />
          </Tool>
          <Tool name="scene-remove" label={text.removeScene(title)} onClick={onRemove}>
            <Icon name="bin" />
          </Tool>
        </div>
      </div>
      {open && <SceneForm scene={scene} onChange={onChange} onShow={onShow} />}
    </>
  )
}

interface ToolProps {
  readonly name: string
  readonly label: string
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ name, label, disabled = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      data-action={name}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  )
}
