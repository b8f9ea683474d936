import Foundation
import Testing

/// What is printed, and what is shown while something takes longer.
extension BrowserSuite {
  /// Views with the width of their paper between the margins, A4 at 96 points an inch.
  private static let papers = [
    ("#/sources", 718, "document.querySelector('#sources tbody tr')"),
    ("#/codes", 718, "document.querySelector('.code-details')"),
    ("#/configurations", 718, "document.querySelector('.card')"),
    ("#/tables/cmo", 718, "document.querySelector('table.data tbody tr')"),
    ("#/theory-of-change", 1_045, "document.querySelector('.graph-paper [data-node]')"),
    ("#/people", 1_045, "document.querySelector('.people-table tbody tr')"),
  ]

  @Test("on paper no view is cut off, the whole diagram is drawn, and no tools are printed")
  func paper() throws {
    try Self.withWorkbench { _, page in
      let browser = page.browser
      for (hash, width, isThere) in Self.papers {
        try browser.developer("Emulation.setEmulatedMedia", ["media": ""])
        try browser.resize(width: 1_280, height: 900)
        try page.go(to: hash)
        try browser.wait("\(hash) is shown", isThere)
        try browser.developer("Emulation.setEmulatedMedia", ["media": "print"])
        try browser.resize(width: width, height: 900)
        try browser.asyncScript(
          """
          for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
          dispatchEvent(new Event("beforeprint"));
          """)
        let cut = try browser.script(
          """
          return [...document.querySelectorAll("#main *")].filter((each) => {
            const { right, width } = each.getBoundingClientRect();
            return each.checkVisibility() && !each.closest("svg") && width > 0 && right > innerWidth + 1;
          }).map((each) => each.outerHTML.slice(0, 90));
          """
        ).list.compactMap(\.string)
        #expect(cut == [], "\(hash) is cut off")
        let tools = try browser.script(
          "return [...document.querySelectorAll('#bar, .view-tools, .downloads')].filter((each) => each.checkVisibility()).length;"
        )
        #expect(tools.int == 0, "\(hash) has its tools on paper")
        defer { _ = try? browser.script("dispatchEvent(new Event('afterprint'));") }
        guard hash == "#/theory-of-change" else { continue }
        let outside = try browser.script(
          """
          const paper = document.querySelector(".graph-paper").getBoundingClientRect();
          return [...document.querySelectorAll(".graph-paper [data-node]")].filter((each) => {
            const { left, right, top, bottom } = each.getBoundingClientRect();
            return left < paper.left - 1 || right > paper.right + 1 || top < paper.top - 1 || bottom > paper.bottom + 1;
          }).length;
          """)
        #expect(outside.int == 0, "parts of the diagram are not on the paper")
      }
    }
  }

  @Test("while an answer lets itself be waited for the page says so")
  func waiting() throws {
    try Self.withWorkbench { _, page in
      let browser = page.browser
      try browser.developer("Network.enable", [:])
      func delay(_ milliseconds: Int) throws {
        try browser.developer(
          "Network.emulateNetworkConditions",
          ["offline": false, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1])
      }
      #expect(try browser.script("return document.getElementById('busy').checkVisibility();").isTrue == false)
      try delay(800)
      try page.go(to: "#/tables/cmo")
      try browser.wait("the page says that it waits", "document.getElementById('busy').checkVisibility()")
      try browser.wait("the table is there", "document.querySelector('table.data tbody tr')")
      try delay(0)
      try browser.wait("nothing is waited for", "!document.getElementById('busy').checkVisibility()")
    }
  }
}
