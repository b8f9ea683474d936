/// The headers of every answer: a page may load, run and ask nothing but what this server has.
enum SecurityHeaders {
  static let all = [
    (
      name: "Content-Security-Policy",
      value: """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; \
      form-action 'none'; frame-ancestors 'none'
      """
    ),
    (name: "X-Content-Type-Options", value: "nosniff"),
    (name: "Referrer-Policy", value: "no-referrer"),
    (name: "Cache-Control", value: "no-store"),
    (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
    (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
    (name: "X-Frame-Options", value: "DENY"),
  ]
}
