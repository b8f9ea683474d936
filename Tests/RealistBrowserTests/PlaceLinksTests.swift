import Foundation
import Testing

extension BrowserSuite {
  @Test(
    "places in tables lead to the words: quotes, disagreements, the framework matrix, what interviews brought"
  )
  func placeLinks() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      // What each link leads to, and the other cells of its row.
      let follow = """
        const { store } = await import("/page/store.js");
        const texts = new Map();
        const found = [];
        for (const link of document.querySelectorAll(".tables .view-main tbody a")) {
          const [, id, start, end] = /#\\/sources\\/([^@]+)@(\\d+)-(\\d+)$/.exec(link.getAttribute("href"));
          if (!texts.has(id)) texts.set(id, [...(await store.get(`sources/${id}`)).text]);
          const words = texts.get(id).slice(Number(start), Number(end)).join("");
          found.push([words, [...link.closest("tr").cells].map((cell) => cell.textContent), link.textContent]);
        }
        return found;
        """
      let quotes = Set(try served.allQuotes().map(\.quote))
      for (table, least) in [
        ("quotes", 430), ("disagreements", 40), ("framework", 40), ("saturation-passages", 50),
      ] {
        try page.go(to: "#/tables/\(table)")
        try browser.wait(
          "\(table) has links",
          "document.querySelector('.tables [aria-current=page]')?.dataset.table === arguments[0] && document.querySelectorAll('.tables .view-main tbody a').length >= arguments[1] && !document.querySelector('.tables .view-main[aria-busy]')",
          table, least)
        let links = try browser.asyncScript(follow).list
        #expect(links.count >= least, "\(table)")
        for link in links {
          let (words, cells) = (link[0].string ?? "", link[1].list.compactMap(\.string))
          // The framework matrix has places alone; else the words stand beside them.
          // A quote of several turns is set in lines of its own.
          let parts = words.split(separator: "\n")
          try #require(!parts.isEmpty)
          let isThere =
            table == "framework"
            ? quotes.contains(words)
            : cells.contains { cell in
              parts.allSatisfy { cell.contains($0.split(separator: ": ").last ?? "") }
            }
          #expect(isThere, "\(table): \(link[2].string ?? "") leads to \(words), not to \(cells)")
        }
      }
      try page.go(to: "#/tables/disagreements")
      try browser.click(".tables .view-main tbody a")
      try browser.wait(
        "the transcript is there", "document.querySelector('#transcript[data-state=whole] .words')")
      let reached = try browser.script("return location.hash.split('@')[1].split('?')[0];").string
      try browser.wait(
        "its words are selected or open",
        "document.querySelector('#passage:not([hidden])') || document.querySelector('.reader').dataset.selection"
      )
      #expect(reached?.contains("-") == true)
    }
  }
}

extension Served {
  fileprivate func allQuotes() throws -> [PrintedQuote] {
    try JSONDecoder().decode(
      [PrintedQuote].self, from: Data(try realist("quotes", "--format", "json").output.utf8))
  }
}
