import CXLSX

/// The looks of cells; they belong to the workbook.
struct SheetStyles {
  typealias Style = UnsafeMutablePointer<lxw_format>

  let title: Style
  let heading: Style
  let group: Style
  let text: Style
  let rowHeading: Style
  let number: Style
  let centred: Style
  let trailing: Style
  let quotation: Style
  let link: Style
  let linkHeading: Style
  let note: Style
  /// For pieces of a cell's text.
  let bold: Style
  let italic: Style

  private static let grey: lxw_color_t = 0x767676
  private static let linkBlue: lxw_color_t = 0x0563C1

  /// `nil` when there is no memory.
  init?(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    var isComplete = true
    func style(_ changes: (Style) -> Void) -> Style? {
      guard let style = workbook_add_format(workbook) else {
        isComplete = false
        return nil
      }
      changes(style)
      return style
    }
    func cell(_ changes: (Style) -> Void) -> Style? {
      style { style in
        format_set_text_wrap(style)
        format_set_align(style, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_border(style, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(style, Self.grey)
        changes(style)
      }
    }
    func link(_ style: Style) {
      format_set_font_color(style, Self.linkBlue)
      format_set_underline(style, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    func shaded(_ style: Style, _ colour: lxw_color_t) {
      format_set_bold(style)
      format_set_bg_color(style, colour)
    }
    guard
      let title = style({
        format_set_bold($0)
        format_set_font_size($0, 14)
      }),
      let heading = cell({ shaded($0, 0xE0E0E0) }), let group = cell({ shaded($0, 0xF0F0F0) }),
      let text = cell({ _ in }), let rowHeading = cell({ format_set_bold($0) }),
      let number = cell({ format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }),
      let centred = cell({ format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue)) }),
      let trailing = cell({ format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue)) }),
      let quotation = cell({ format_set_italic($0) }), let linked = cell(link),
      let linkHeading = cell({
        format_set_bold($0)
        link($0)
      }),
      let note = style({ format_set_italic($0) }), let bold = style({ format_set_bold($0) }),
      let italic = style({ format_set_italic($0) }), isComplete
    else { return nil }
    (self.title, self.heading, self.group, self.text) = (title, heading, group, text)
    (self.rowHeading, self.number, self.centred, self.trailing) = (rowHeading, number, centred, trailing)
    (self.quotation, self.link, self.linkHeading, self.note) = (quotation, linked, linkHeading, note)
    (self.bold, self.italic) = (bold, italic)
  }
}
