// A box above long lists of names that narrows them, and a way to order them by number. Without script the lists are whole
// and in alphabetical order.
(function () {
  "use strict";

  var items = Array.prototype.slice.call(document.querySelectorAll(".group .index > li")), box = document.querySelector(".filter");
  if (!box) return;

  // fold makes letters comparable: small, without accents.
  function fold(s) { return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim(); }

  var names = items.map(function (li) { return fold(li.textContent); });
  var groups = Array.prototype.slice.call(document.querySelectorAll(".group")).filter(function (g) { return g.querySelector(".index"); });
  // A group is found by its own name too: the officials of a country.
  var heads = items.map(function (li) {
    var h = li.closest(".group").querySelector("h2 a, h2");
    return h ? fold(h.textContent) : "";
  });

  var label = document.createElement("label"), input = document.createElement("input"), status = document.createElement("span");
  label.textContent = "Narrow the list ";
  input.type = "search";
  input.autocomplete = "off";
  input.spellcheck = false;
  status.setAttribute("role", "status");
  label.append(input);
  box.append(label);

  function narrow() {
    var words = fold(input.value).split(/\s+/).filter(Boolean), left = 0;
    items.forEach(function (li, i) {
      li.hidden = !words.every(function (w) { return names[i].indexOf(w) >= 0 || heads[i].indexOf(w) >= 0; });
      if (!li.hidden) left++;
    });
    groups.forEach(function (g) { g.hidden = !g.querySelector(".index > li:not([hidden])"); });
    status.textContent = !words.length ? "" : left ? left + " of " + items.length : "None of " + items.length;
  }
  input.addEventListener("input", narrow);

  var lists = groups.map(function (g) {
    var ul = g.querySelector(".index");
    return { ul: ul, order: Array.prototype.slice.call(ul.children) };
  });
  function number(li) {
    var c = li.querySelector(".count");
    return c ? Number(c.textContent.replace(/[^0-9]/g, "")) : 0;
  }
  // Only where it would change anything.
  if (lists.some(function (l) { return l.order.some(function (li, i) { return i && number(li) > number(l.order[i - 1]); }); })) {
    var sort = document.createElement("label"), check = document.createElement("input");
    check.type = "checkbox";
    sort.append(check, " by number");
    check.addEventListener("change", function () {
      lists.forEach(function (l) {
        var order = l.order.slice();
        if (check.checked) order.sort(function (a, b) { return number(b) - number(a); });
        l.ul.append.apply(l.ul, order);
      });
    });
    box.append(sort);
  }
  box.append(status);
  box.hidden = false;
  narrow(); // the browser may have kept what was typed
})();
