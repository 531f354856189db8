// Added by readout serve, in no published page: waits for the next build, and shows the page anew or what went wrong.
(function () {
  "use strict";
  var site = Number(new URL(document.currentScript.src).searchParams.get("site"));
  var news = 0;
  var panel = null;

  window.readoutLive = function (state) {
    news = state.news;
    if (state.site !== site && !state.failed) {
      location.reload();
      return;
    }
    show(state);
    wait();
  };

  function wait() {
    var s = document.createElement("script");
    s.src = "/.readout/wait.js?news=" + news + "&at=" + Date.now();
    s.onload = function () { s.remove(); };
    s.onerror = function () { // the server is gone; it may come back
      s.remove();
      setTimeout(function () { news = -1; wait(); }, 2000);
    };
    document.head.append(s);
  }

  function show(state) {
    if (panel) panel.remove();
    panel = null;
    if (!state.lines.length) return;
    panel = document.createElement("section");
    panel.setAttribute("role", state.failed ? "alert" : "status");
    panel.setAttribute("aria-label", "The last build");
    style(panel, {
      position: "fixed", left: "0", right: "0", bottom: "0", maxHeight: "50vh", overflow: "auto", zIndex: "99", margin: "0",
      padding: "1rem 1.5rem", background: state.failed ? "#7a1420" : "#5a4300", color: "#fff", font: "15px/1.5 system-ui, sans-serif"
    });
    var head = document.createElement("p");
    head.textContent = state.failed ? "The build did not come to its end. This page is the last one that was built." : "The site is built. Some things could not be read:";
    style(head, { margin: "0 4rem 0.5rem 0", fontWeight: "bold" });
    var list = document.createElement("ul");
    style(list, { margin: "0", padding: "0 0 0 1.2rem" });
    state.lines.forEach(function (line) {
      var li = document.createElement("li");
      li.textContent = line;
      style(li, { fontFamily: "ui-monospace, monospace", fontSize: "13px", overflowWrap: "anywhere", whiteSpace: "pre-wrap" });
      list.append(li);
    });
    var close = document.createElement("button");
    close.textContent = "Close";
    style(close, { position: "absolute", top: "0.75rem", right: "1rem", font: "inherit", color: "inherit", background: "transparent", border: "1px solid", borderRadius: "4px", padding: "0.1rem 0.6rem", cursor: "pointer" });
    close.onclick = function () { panel.remove(); panel = null; };
    panel.append(head, list, close);
    document.body.append(panel);
  }

  // set one by one through the object model, which the policy of the pages allows
  function style(el, rules) {
    Object.keys(rules).forEach(function (k) { el.style[k] = rules[k]; });
  }

  // a script that is asked for earlier would keep the page from being loaded as long as it waits
  if (document.readyState === "complete") wait();
  else addEventListener("load", function () { setTimeout(wait, 0); });
})();
