// Copy buttons under citations, and the citation of a single sentence: of that to which an address leads, or in which a
// reader selects words. Without script there are none; the text can be selected as any other, and the page lists the places
// of its sentences.
(function () {
  "use strict";

  // Where a page may not write to the clipboard (an address without https), the text is selected and copied by command.
  function byCommand(from) {
    var range = document.createRange(), selection = getSelection();
    range.selectNodeContents(from);
    selection.removeAllRanges();
    selection.addRange(range);
    var done = document.execCommand("copy");
    if (done) selection.removeAllRanges();
    return done;
  }

  function make(text) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = text;
    return button;
  }

  function copying(box) {
    var button = make("Copy"), from = box.querySelector("code, p"), timer;
    button.setAttribute("aria-live", "polite");
    function say(done) {
      button.textContent = done ? "Copied" : "Press Ctrl+C to copy";
      clearTimeout(timer);
      timer = setTimeout(function () { button.textContent = "Copy"; }, 2000);
    }
    button.addEventListener("click", function () {
      var clipboard = navigator.clipboard;
      if (!clipboard) return say(byCommand(from));
      clipboard.writeText(from.textContent).then(function () { say(true); }, function () { say(byCommand(from)); });
    });
    box.append(button);
  }
  document.querySelectorAll(".copied").forEach(copying);

  var form = document.querySelector("[data-sentence]"), bar, shown, wait;
  if (!form) return;

  function sentence(node) {
    var at = node && (node.nodeType === 1 ? node : node.parentElement), s = at && at.closest(".s");
    return s && s.closest(".text") ? s : null;
  }

  function citation(id) {
    var text = form.getAttribute("data-sentence"), mark = text.lastIndexOf("{anchor}"), before = text.slice(0, mark);
    // A site that does not know its address is cited by the one at which it is read.
    if (/^http/.test(location.protocol)) before = before.replace(/\S+#$/, function (page) { return /^https?:/.test(page) ? page : location.href.split("#")[0] + "#"; });
    return before + id + text.slice(mark + 8);
  }

  function close() {
    shown = null;
    if (bar) bar.hidden = true;
  }

  function show(s) {
    if (!s || s === shown) return;
    shown = s;
    if (!bar) {
      bar = document.createElement("aside");
      bar.className = "citing copied";
      bar.setAttribute("aria-label", "Citation of the sentence");
      bar.append(document.createElement("p"));
      copying(bar);
      var end = make("Close");
      end.addEventListener("click", close);
      bar.append(end);
      document.body.append(bar);
    }
    bar.querySelector("p").textContent = citation(s.id);
    bar.hidden = false;
  }

  function follow() {
    if (/^#s\d+$/.test(location.hash)) show(sentence(document.getElementById(location.hash.slice(1))));
  }
  addEventListener("hashchange", follow);
  addEventListener("keydown", function (e) { if (e.key === "Escape") close(); });
  document.addEventListener("selectionchange", function () {
    clearTimeout(wait);
    wait = setTimeout(function () {
      var selection = getSelection();
      if (selection.rangeCount && !selection.isCollapsed) show(sentence(selection.getRangeAt(0).startContainer));
    }, 300);
  });
  follow();
})();
