/** What is to be known of a figure before it is believed. */
export const doubts = {
  kinds: {
    conflict: '各出处数字不一',
    derived: '推算',
    'inferred-date': '年份推定',
    converted: '单位换算',
    paraphrased: '转述',
  },
  explained: {
    conflict: '同一时期的另一些数字：',
    derived: '由下列数字推算，没有出处直接印出：',
    'inferred-date': '出处没有印出年份，由上下文推定。',
    converted: '由出处的单位换算而来。',
    paraphrased: '措辞是转述，不是原文。',
  },
  printed: (token: string) => `原文印作“${token}”`,
  figure: (value: string, sources: string) => `${value}（${sources}）`,
  part: (name: string, period: string, value: string) => `${name}，${period}：${value}`,
  colon: '：',
  separator: '；',
  /** In the source of a figure. */
  derivedFrom: '推算自',
  loading: '正在载入这两个数字…',
  lost: '这两个数字未能载入',
  /** Of a mark that is pressed. */
  lostMark: '这两个数字未能载入，按此标记重试。',
  differentYears: '两个数字年份不同，比值仅供参考。',
  conflicts: '同一时期的其他说法',
  conflictsLost: '没能核对其他出处的说法是否相同',
  documentOnly: (document: string) => `${document}，未标字符位置`,
  sources: (n: number) => `${n} 个出处`,
}
