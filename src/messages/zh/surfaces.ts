/** Words of the sheet on phones, of printed pages and of the ways around by keyboard. */
export const surfaces = {
  sheet: {
    heights: { peek: '收起', half: '半屏', full: '全屏' },
    /** @param height one of `heights` */
    handle: (place: string, height: string) => `${place}的详情，${height}；上下方向键改变高度`,
  },
  skip: { region: '快捷跳转', view: '跳到主视图', details: '跳到详情' },
  print: {
    action: '打印本页',
    sources: '出处',
    link: '本页链接：',
    /** Between publisher, title and date of a source. */
    join: '，',
  },
  live: {
    role: (role: string) => `类别：${role}`,
    shows: (show: string) => `显示为${show}`,
  },
}
