import Foundation
import Testing

extension BrowserSuite {
  @Test("agreement, saturation and checks are on the page, and say when the filter makes no difference")
  func rigourTables() throws {
    try Self.withWorkbench { served, page in
      let browser = page.browser
      let rows = "document.querySelectorAll('.tables .view-main tbody tr').length"
      try page.go(to: "#/tables/agreement")
      try browser.wait("every code is compared", "\(rows) > 50")
      let said = try served.realist("agree", "--by", "overall", "--format", "json").output
      try browser.script(
        """
        const choice = document.querySelector('[data-option=by]');
        choice.value = "overall";
        choice.dispatchEvent(new Event("change", { bubbles: true }));
        """)
      try browser.wait("all codes are one row", "\(rows) === 1")
      let alpha = try #require(JSONValue(parsing: Array(said.utf8))[0]["alpha"].number)
      let shown = try browser.text(".tables .view-main tbody") ?? ""
      #expect(shown.contains(String(alpha).prefix(5)), "\(shown) has no \(alpha)")

      try browser.asyncScript("(await import('/page/filter.js')).filter.set('band >= 4');")
      try browser.wait(
        "it says so",
        "document.querySelector('.tables [role=status]').textContent.includes('does not narrow this table')"
      )
      try page.go(to: "#/tables/evidence")
      try browser.wait(
        "evidence is narrowed", "document.querySelector('.tables .view-main h2').textContent === 'Evidence'")
      try browser.wait(
        "nothing of the kind is said",
        "!document.querySelector('.tables [role=status]').textContent.includes('does not narrow')")
      try page.go(to: "#/tables/saturation")
      try browser.wait("ten interviews", "\(rows) === 10")
      try page.go(to: "#/tables/check")
      let findings = try served.realist("check", "--format", "csv").output.split(separator: "\n").count - 1
      try browser.wait("the findings are listed", "\(rows) === \(findings)")
    }
  }
}
