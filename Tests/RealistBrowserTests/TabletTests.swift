import Foundation
import Testing

extension BrowserSuite {
  @Test("on a tablet words are selected with a finger, tagged from the palette, opened, changed and untagged")
  func tablet() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let before = try served.quotes(of: "P01")
      try browser.resize(width: 820, height: 1180)
      try browser.tap("#sources tr[data-name=P01] a")
      try browser.wait(
        "the words are there", "document.querySelector('#transcript[data-state=whole] .words')")
      try rest(on: "kitchens", page)
      try selectWithAFinger(page)
      // The keys stay with the text, so that no keyboard comes up over it; a touch on a code is enough.
      #expect(try browser.script("return document.activeElement.id;").string == "transcript")
      let code = try browser.text("#palette-list li:nth-child(2) .code-name")
      try browser.tap("#palette-list li:nth-child(2)")
      try browser.wait("the palette is gone", "document.querySelector('#palette').hidden")
      try page.settle()
      let made = try #require(try served.quotes(of: "P01").first { quote in !before.contains(quote) })
      #expect(made.quote == "kitchens, stairs, baths")
      #expect(made.codes.map { $0.split(separator: "/").last.map(String.init) } == [code])
      try changeWithAFinger(page)
      try page.settle()
      let changed = try served.quotes(of: "P01").first { $0.start == made.start && $0.codes == made.codes }
      #expect((changed?.end ?? 0) > made.end)
      try untagWithAFinger(page)
      try page.settle()
      #expect(try served.quotes(of: "P01").allSatisfy { $0.start != made.start || $0.codes != made.codes })
      try served.requireSound()
    }
  }

  /// A finger that rests selects the word; one that is lifted at once does not.
  private func rest(on word: String, _ page: WorkbenchPage) throws {
    let place = try page.point(.middle, of: word)
    try page.browser.touch(place)
    #expect(try page.selection() == nil)
    try page.browser.touch(place, resting: 600)
    try page.browser.wait("a word is selected", "document.querySelector('.reader').dataset.selection")
    #expect(try page.selection()?.count == word.unicodeScalars.count)
    try page.browser.wait("the palette is there", "!document.querySelector('#palette').hidden")
    try page.browser.touch(try page.point(.middle, of: "So that's the recording on."))
    try page.browser.wait("nothing is selected", "!document.querySelector('.reader').dataset.selection")
    #expect(try page.browser.script("return document.querySelector('#palette').hidden;").isTrue)
  }

  private func selectWithAFinger(_ page: WorkbenchPage) throws {
    _ = try page.point(.start, of: "kitchens, stairs, baths")
    let (first, last) = (try page.point(.start, of: "kitchens"), try page.point(.middle, of: "baths"))
    try page.browser.touch(Point(x: first.x + 6, y: first.y), last, resting: 600)
    try page.browser.wait("the palette is there", "!document.querySelector('#palette').hidden")
    #expect(try page.selection()?.count == "kitchens, stairs, baths".count)
    let inSight = """
      (() => { const box = document.querySelector("#palette").getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight; })()
      """
    try page.browser.wait("all of the palette is in sight", inSight)
  }

  private func changeWithAFinger(_ page: WorkbenchPage) throws {
    let browser = page.browser
    try browser.touch(try page.point(.middle, of: "stairs"))
    try browser.wait("the passage is open", "!document.querySelector('#passage').hidden")
    let handle = "document.querySelector('.handle[data-handle=end]')"
    try browser.wait("its end can be drawn", "\(handle) && !\(handle).hidden")
    try browser.touch(
      try browser.middle(of: ".handle[data-handle=end]"), try page.point(.end, of: "a pan off"))
    try browser.wait(
      "the passage is longer",
      "document.querySelector('#passage .passage-words').textContent.includes('a pan off')")
  }

  private func untagWithAFinger(_ page: WorkbenchPage) throws {
    let codings = "document.querySelectorAll('#passage .codings li[data-code]').length"
    try page.browser.wait("it has a code", "\(codings) === 1")
    try page.browser.tap("#passage .untag")
    try page.browser.wait("the code is off", "\(codings) === 0")
    try page.browser.tap("#passage-close")
    try page.browser.wait("the passage is closed", "document.querySelector('#passage').hidden")
  }
}
