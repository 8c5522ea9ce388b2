/** Lets what waits for the main thread go first: input, then painting. */
export async function pause(): Promise<void> {
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve(null)
    })
    port1.start()
    port2.postMessage(null)
  })
}
