/** Words of the installed app and of the offline copy. */
export const offline = {
  copyHint: '连不上服务器，显示的是浏览器保存的副本；服务器上或有更新的数字。',
  /** Names of the ways in, in the menu of the installed app. */
  ways: { present: '演示', explore: '浏览' },
}
