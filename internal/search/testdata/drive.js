// Uses the search page as a reader does, and writes what happens into the page.
(function () {
  "use strict";
  var log = [], box = document.getElementById("query");
  // rest waits until the page has answered and stays as it is for a while.
  function rest() {
    return new Promise(function (go) {
      var since = Date.now(), watch = new MutationObserver(function () { since = Date.now(); });
      watch.observe(document.getElementById("search"), { childList: true, subtree: true, attributes: true, characterData: true });
      (function look() {
        if (Date.now() - since < 300 || document.querySelector(".entries").getAttribute("aria-busy") === "true" || document.querySelector("details[open]:not(:has(ul))")) return setTimeout(look, 20);
        watch.disconnect();
        go();
      })();
    });
  }
  function key(on, name) { on.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true })); }
  function type(text) { box.focus(); box.value = text; box.dispatchEvent(new Event("input", { bubbles: true })); return rest(); }
  function note(what) {
    var a = document.activeElement;
    log.push(what + " | " + document.querySelector("[role=status]").textContent + " | " + decodeURIComponent(location.hash) +
      " | " + document.querySelectorAll(".entries .title").length + " titles, " + document.querySelectorAll(".entries .quote a").length + " sentences" +
      " | at " + (a === box ? "box" : a.className || a.value || a.tagName.toLowerCase()));
  }
  function all(what) { return Array.from(document.querySelectorAll(what), function (e) { return e.textContent; }).join(" | "); }
  function go(hash) {
    box.blur();
    location.hash = hash;
    return rest().then(function () { log.push("address " + hash, "  finds " + all(".entries .title"), "  marks " + all("mark")); });
  }
  rest().then(function () {
    note("opened"); document.activeElement.blur(); key(document.body, "/"); note("slash");
    return type("allia");
  }).then(function () {
    note("the beginning of a word"); return type("alliance cooperation");
  }).then(function () {
    note("two words"); key(box, "ArrowDown"); note("down"); key(document.activeElement, "ArrowUp"); note("up"); key(box, "ArrowDown"); key(document.activeElement, "Escape"); note("escape");
    return type("alliance");
  }).then(function () {
    note("one word"); document.querySelector("details[data-facet=year] summary").click(); return rest();
  }).then(function () {
    log.push("years: " + Array.from(document.querySelectorAll("details[data-facet=year] li"), function (li) { return li.textContent.trim(); }).join(", "));
    document.querySelector("details[data-facet=year] input[value=undated]").click(); return rest();
  }).then(function () {
    note("undated"); return type("");
  }).then(function () {
    note("no words"); document.querySelector("details[data-facet=year] input[value=undated]").click(); return rest();
  }).then(function () {
    note("nothing asked"); return type("zebra");
  }).then(function () {
    note("unknown"); return type("alliance zebra");
  }).then(function () {
    note("not all"); return type("the of");
  }).then(function () {
    note("small words"); return type("cooperat");
  }).then(function () {
    return go("q=강경화"); // a person by a name in another script
  }).then(function () {
    return go("q=安全保障"); // letters without spaces
  }).then(function () {
    return go("official=kang-kyung-wha"); // a facet alone, the newest first
  }).then(function () {
    return go("country=aaland&country=barbados"); // both
  }).then(function () {
    return go("q=alliance&year=undated&year=2019&sort=day"); // either
  }).then(function () {
    document.addEventListener("click", function (e) {
      e.preventDefault();
      log.push("enter: " + e.target.getAttribute("href"));
    });
    key(box, "Enter");
  }).catch(function (e) { log.push("error: " + e); }).then(function () {
    var pre = document.createElement("pre");
    pre.id = "log";
    pre.textContent = log.join("\n");
    document.body.append(pre);
  });
})();
