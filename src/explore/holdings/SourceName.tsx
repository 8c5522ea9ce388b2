import type { Source } from '../../model/observation.ts'
import { useAtlas } from '../../ui/atlas.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './SourceName.module.css'

/** The pack's check lets no other address through; a link is made of these alone, whatever the pack. */
const WEB = /^https?:\/\//iu

/** A source's title, as a link to its page where it has one; its id where the catalog does not know it. */
export function SourceName({ id, source }: { readonly id: string; readonly source: Source | undefined }) {
  const { words } = useAtlas()
  if (!source) return <code className={styles.id}>{id}</code>
  if (!WEB.test(source.url)) return <span className={styles.title}>{source.title}</span>
  return (
    <a className={styles.title} href={source.url} target="_blank" rel="noopener noreferrer">
      {source.title}
      <span className="visually-hidden">{words.holdings.opens}</span>
      <Icon name="external" className={styles.external} />
    </a>
  )
}
