"""Works on the page in Firefox, which is driven over WebDriver BiDi by websocket-client (PyPI).

usage: firefox.py ADDRESS PROFILE-FOLDER WORDS
Tags those words of it by mouse and a sentence by keys in the source P01, takes back and brings again, goes through every view, and prints as JSON what it saw.
"""
import json
import subprocess
import sys
import time

import websocket


class Firefox:
    def __init__(self, profile):
        self.process = subprocess.Popen(
            ["firefox-esr", "--headless", "--remote-debugging-port", "0", "--profile", profile, "--width", "1280", "--height", "900"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        marker = "WebDriver BiDi listening on "
        line = next(line for line in self.process.stderr if marker in line)
        self.socket = websocket.create_connection(line.split(marker)[1].strip() + "/session", timeout=60, suppress_origin=True)
        self.count = 0
        self.complaints = []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded"])
        self.context = self.command("browsingContext.getTree")["contexts"][0]["context"]

    def command(self, method, **params):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": params}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("method") == "log.entryAdded" and message["params"]["level"] == "error":
                self.complaints.append(message["params"]["text"])
            if message.get("id") != self.count:
                continue
            if message["type"] == "error":
                raise RuntimeError(f"{method}: {message['message']}")
            return message["result"]

    def script(self, body):
        """The value of the body of an asynchronous function."""
        answer = self.command("script.evaluate", expression=f"(async () => JSON.stringify(await (async () => {{ {body} }})() ?? null))()",
                              target={"context": self.context}, awaitPromise=True)
        if answer["type"] != "success":
            raise RuntimeError(f"{body}: {answer['exceptionDetails']['text']}")
        return json.loads(answer["result"]["value"])

    def wait(self, condition):
        until = time.time() + 20
        while not self.script(f"return Boolean({condition});"):
            if time.time() > until:
                raise RuntimeError(f"waited in vain for: {condition}")
            time.sleep(0.03)

    def act(self, **source):
        self.command("input.performActions", context=self.context, actions=[{"id": source["type"], **source}])

    def keys(self, text, held=()):
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.act(type="key", actions=[{"type": "keyDown", "value": key} for key in held] + strokes
                 + [{"type": "keyUp", "value": key} for key in reversed(held)])

    def drag(self, start, end):
        def move(place):
            return {"type": "pointerMove", "x": round(place[0]), "y": round(place[1]), "duration": 20}
        middle = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2]
        self.act(type="pointer", actions=[move(start), {"type": "pointerDown", "button": 0}, move(middle), move(end), {"type": "pointerUp", "button": 0}])

    def end(self):
        try:
            self.command("browser.close")
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()


ENTER, CONTROL, SHIFT, ESCAPE = "\ue007", "\ue009", "\ue008", "\ue00c"
# The places of the edges of the first and last character of some words of the transcript, within one line.
EDGES = """
  const walker = document.createTreeWalker(document.querySelector("#transcript"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(WORDS);
    if (at < 0 || !node.parentElement.closest(".words")) continue;
    node.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + WORDS.length);
    const boxes = range.getClientRects();
    const [first, last] = [boxes[0], boxes[boxes.length - 1]];
    return [[first.left + 1, first.top + first.height / 2], [last.right - 1, last.top + last.height / 2]];
  }
"""
SAVED = "document.querySelector('#transcript mark') && !document.querySelector('#transcript mark[data-state=waiting]')"


def edges(page, words):
    return page.script(f"const WORDS = {json.dumps(words)};" + EDGES)


def work(page, address, words):
    page.command("browsingContext.navigate", context=page.context, url=address, wait="complete")
    page.wait("document.querySelector('#sources tbody tr')")
    seen = {"sources": page.script("return document.querySelectorAll('#sources tbody tr').length;")}
    page.script("document.querySelector('#sources tr[data-name=P01] a').click();")
    page.wait("document.querySelector('#transcript[data-state=whole] .words')")
    seen["marks"] = page.script("return document.querySelectorAll('#transcript mark').length;")

    page.drag(*edges(page, words))
    page.wait("document.activeElement?.id === 'palette-input'")
    start = int(page.script("return document.querySelector('.reader').dataset.selection;").split("-")[0])
    page.keys(" firefox/by-mouse" + ENTER)
    settled = "(await import('/page/api.js')).api.unanswered === 0 && " + SAVED
    page.wait(settled)
    page.keys(ESCAPE)

    # The sentence after it, by keys.
    page.keys("s" + ENTER)
    page.wait("document.activeElement?.id === 'palette-input'")
    page.keys("firefox/by-keys" + ENTER)
    page.wait(settled)
    marked = "[...document.querySelectorAll('#transcript mark')].some((each) => each.dataset.names?.includes('by-keys'))"
    page.wait(marked)
    page.keys("z", held=[CONTROL])
    page.wait("!" + marked)
    page.keys("z", held=[CONTROL, SHIFT])
    page.wait(marked)
    page.wait(settled)

    # Somebody else tags the first of the words meanwhile.
    page.script("""
      const answer = await fetch(`/api/1/sources/${document.querySelector(".reader").dataset.source}/segments`, {
        method: "POST", headers: { "Realist-Token": TOKEN, "Realist-Coder": "Bea", "Content-Type": "application/json" },
        body: JSON.stringify({ start: START, end: START + 4, codes: [{ path: "firefox/elsewhere" }] }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    """.replace("TOKEN", json.dumps(address.split("#token=")[1])).replace("START", str(start)))
    page.wait("[...document.querySelectorAll('#transcript mark')].some((each) => each.dataset.names?.includes('elsewhere'))")

    views = {
        "codes": "document.querySelectorAll('[role=treeitem]').length", "configurations": "document.querySelectorAll('.card').length",
        "theory-of-change": "document.querySelectorAll('#main svg title').length", "tables/cmo": "document.querySelectorAll('.tables tbody tr').length",
        "people": "document.querySelectorAll('.people-table tbody tr').length",
    }
    for view, count in views.items():
        page.script(f"location.hash = '#/{view}';")
        page.wait(f"{count} > 0")
        seen[view] = page.script(f"return {count};")
    seen["complaints"] = page.complaints
    return seen


if __name__ == "__main__":
    browser = Firefox(sys.argv[2])
    try:
        print(json.dumps(work(browser, sys.argv[1], sys.argv[3]), ensure_ascii=False))
    finally:
        browser.end()
