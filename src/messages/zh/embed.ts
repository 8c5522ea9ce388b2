export const embedding = {
  open: '在地图册中打开',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  newWindow: '在新窗口打开',
  /** @param names 来源的标题，至多两个，已连好 @param more 其余来源的份数 */
  sources: (names: string, more: number) => `来源：${names}${more > 0 ? ` 等，另 ${more} 份文件` : ''}`,
  counted: '来源：按本地图册所载数据计数',
  asOf: (date: string) => `数据截至 ${date}`,
  chosen: '所选地方',
  blocked: '如果没有打开新窗口，本页可能不允许。可复制地址：',
  card: {
    region: '数据卡片',
    target: '目标',
    result: '结果',
    none: '这个地方在此没有数据。',
    records: '条数据在册',
  },
  table: {
    rank: '位次',
    place: '地方',
    value: '数值',
    period: '时间',
    noFigure: '没有数据',
    without: (names: string) => `没有数据：${names}`,
    some: (n: string, all: string) => `列出 ${all} 个地方中的 ${n} 个：选中的，和数值最大的；其余的在地图册里。`,
  },
  /** 发给宿主页面的错误。 */
  problems: {
    version: (found: string) => `消息的 version 是 ${found}，应为 1；已忽略。`,
    type: (found: string) => `消息的 type 是 ${found}，应为 set；已忽略。`,
    view: 'set 消息的 view 应为一个对象，键不多于 24 个；已忽略。',
    key: (key: string) => `view 里没有可以设置的键「${key}」；已忽略。`,
    value: (key: string, expected: string) => `view.${key} 的值不可用（应为 ${expected}）；已忽略。`,
    tooMany: '消息太密（每秒多于 60 条）；已合并处理。',
  },
  /** 脚本装不上时，框架里只剩这一句。 */
  lost: '这里的图没能打开。',
}
