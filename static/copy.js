// Copy buttons under citations. Without script there are none, and the text can be selected as any other.
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

  document.querySelectorAll(".copied").forEach(function (box) {
    var button = document.createElement("button"), from = box.querySelector("code, p"), timer;
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
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
  });
})();
