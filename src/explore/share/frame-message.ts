import * as v from 'valibot'
import { MESSAGE_SOURCE, MESSAGE_VERSION } from '../../view/embed.ts'

/** Of an embed's messages (DESIGN §7) what the preview listens to. */
const schema = v.intersect([
  v.object({ source: v.literal(MESSAGE_SOURCE), version: v.literal(MESSAGE_VERSION) }),
  v.variant('type', [
    v.object({ type: v.literal('ready') }),
    v.object({ type: v.literal('change') }),
    // A height beyond this is a fault, not a picture.
    v.object({ type: v.literal('resize'), height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000)) }),
    v.object({ type: v.literal('error'), message: v.pipe(v.string(), v.maxLength(1000)) }),
  ]),
])

export type FrameMessage = v.InferOutput<typeof schema>

/** @param data of a message event @returns null for whatever is no message of an embed, or none that matters here; never throws */
export function readFrameMessage(data: unknown): FrameMessage | null {
  const { success, output } = v.safeParse(schema, data)
  return success ? output : null
}
