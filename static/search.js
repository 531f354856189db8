// Search: reads the index that readout writes under search/ in small pieces, each a classic script that calls
// readoutSearch.piece(name, data), so that it works from a disk as from a server. The format is told in internal/search.
// What comes from the index is only ever shown as text.
(function () {
  "use strict";

  // Words: cut and folded as the index was (internal/words).

  var letters = { "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h", "ə": "e", "ŋ": "n" };
  var isLetter = /^\p{L}$/u, isDigit = /^\p{Nd}$/u, isMark = /^\p{Mn}$/u, nothing = /^[\u200B-\u200D\u2060\uFEFF\u00AD]$/;
  var quote = /^['’‘ʼʻ`]/, ascii = /^[\x00-\x7F]*$/;

  function script(c) {
    var n = c.codePointAt(0);
    if (n < 0x370 || n >= 0x1E00 && n < 0x2000 || n >= 0xFF10 && n <= 0xFF5A) return "latin";
    if (/\p{Script=Hangul}/u.test(c)) return "hangul";
    if (/\p{Script=Han}/u.test(c)) return "han";
    if (/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(c)) return "kana";
    return "other";
  }

  function fold(word) {
    if (ascii.test(word)) return word.toLowerCase().replace(/['`,]/g, "").replace(/(^|[^0-9])\.+/g, "$1");
    var out = "";
    Array.from(word.normalize("NFKD")).forEach(function (c) {
      if (isMark.test(c) || nothing.test(c) || /[.,'’‘ʼʻ`]/.test(c)) return;
      c = c.toLowerCase();
      out += Object.hasOwn(letters, c) ? letters[c] : c;
    });
    return out.normalize("NFC");
  }

  // ending returns where an 's that begins at i ends, 0 if there is none.
  function ending(s, i) {
    return /^['’‘ʼ`][sS](?![\p{L}\p{Nd}])/u.test(s.slice(i, i + 4)) ? i + 2 : 0;
  }

  // cut lists the words of a text: folded, with the places at which they begin and end.
  function cut(s) {
    var list = [], plain = /[A-Za-z]+(?![A-Za-z.'`0-9\u0080-\uffff])/y; // most words need no closer look
    for (var i = 0; i < s.length;) {
      plain.lastIndex = i;
      var code = s.charCodeAt(i), found = code < 128 && plain.exec(s);
      if (found) {
        list.push({ text: found[0].toLowerCase(), start: i, end: plain.lastIndex, kind: "latin" });
        i = plain.lastIndex;
        continue;
      }
      if (code < 48) { i++; continue; }
      var c = String.fromCodePoint(s.codePointAt(i)), number = isDigit.test(c);
      if (!number && !isLetter.test(c)) { i += c.length; continue; }
      var kind = script(c), j = i, rest;
      for (; j < s.length; j += c.length) {
        c = String.fromCodePoint(s.codePointAt(j));
        rest = s.slice(j + 1, j + 5);
        if (/[A-Za-z]/.test(c)) { if (kind !== "latin" && !number) break; }
        else if (/[0-9]/.test(c)) { if (kind !== "latin") break; }
        else if (c === ".") {
          if (number ? !(/[0-9]/.test(s[j - 1]) && /^[0-9]/.test(rest)) :
            !(j - i === 1 ? /^[A-Za-z](?![A-Za-z])/.test(rest) : s[j - 2] === "." && /[A-Za-z]/.test(s[j - 1]))) break;
        }
        else if (c === ",") { if (!number || !/^[0-9]{3}(?![0-9])/.test(rest)) break; }
        else if (quote.test(c)) { if (ending(s, j) || !/^\p{L}/u.test(rest)) break; }
        else if (isMark.test(c) || nothing.test(c) || isDigit.test(c)) { /* part of the word */ }
        else if (!isLetter.test(c) || script(c) !== kind) break;
      }
      var text = fold(s.slice(i, j));
      if (text) list.push({ text: text, start: i, end: j, kind: kind });
      i = ending(s, j) || j;
    }
    return list;
  }

  // Pieces of the index, each loaded once.

  var root = "", stamp = "", asked = new Map(), waiting = new Map();
  window.readoutSearch = {
    cut: cut,
    piece: function (name, data) {
      var give = waiting.get(name);
      if (give) { waiting.delete(name); give(data); }
    }
  };

  function load(name) {
    if (!asked.has(name)) {
      asked.set(name, new Promise(function (give, fail) {
        var s = document.createElement("script");
        waiting.set(name, give);
        s.onload = s.onerror = function () {
          s.remove();
          if (waiting.delete(name)) { asked.delete(name); fail(new Error("missing")); }
        };
        s.src = root + "search/" + name + ".js?" + stamp;
        document.head.appendChild(s);
      }));
    }
    return asked.get(name);
  }

  function unpack(text) {
    var out = new Uint8Array(text.length * 13 >> 4), at = 0, bits = 0, n = 0;
    function sign(i) { var c = text.charCodeAt(i); return c - (c > 92 ? 36 : 35); }
    for (var i = 0; i < text.length; i += 2) {
      bits |= (i + 1 < text.length ? sign(i) + 91 * sign(i + 1) : sign(i)) << n;
      n += i + 1 < text.length ? 13 : 6;
      for (; n >= 8 && at < out.length; n -= 8) { out[at++] = bits; bits >>>= 8; }
    }
    return out;
  }

  var memory = new Map(); // what was read of pieces

  // read loads a piece and hands its bytes to a function, whose answer is kept.
  function read(name, make) {
    if (!memory.has(name)) {
      memory.set(name, load(name).then(function (text) { return make(unpack(text)); }));
      memory.get(name).catch(function () { memory.delete(name); });
    }
    return memory.get(name);
  }

  // inflated is a function for read, which inflates the bytes before they go to another function.
  function inflated(make) {
    return function (b) {
      var stream = new DecompressionStream("deflate-raw"), writer = stream.writable.getWriter();
      writer.write(b).catch(function () {}); // what is wrong with the bytes is told where they are read
      writer.close().catch(function () {});
      return new Response(stream.readable).arrayBuffer().then(function (b) { return make(new Uint8Array(b)); });
    };
  }

  // Texts that are put together from parts are bytes as letters until they are whole.

  var utf8 = new TextDecoder();
  function asLetters(bytes) { return String.fromCharCode.apply(null, bytes); }
  function whole(text) { return ascii.test(text) ? text : utf8.decode(Uint8Array.from(text, function (c) { return c.charCodeAt(0); })); }

  function symbols() { return read("symbols", inflated(symbolPiece)); }

  // readText is read for titles and texts, which are written in symbols.
  function readText(name, make) {
    return symbols().then(function (symbols) {
      return read(name, function (b) { return make(symbols(b).split("\n")); });
    });
  }

  // symbolPiece gives a function that reads what is written in symbols.
  function symbolPiece(b) {
    var r = reader(b), stands = [], word = "", i, length;
    for (i = 0; i < 256; i++) stands.push(String.fromCharCode(i));
    for (i = r.number(); i > 0; i--) stands.push(word = word.slice(0, r.number()) + asLetters(r.bytes()));
    for (i = r.number(); i > 0; i--) stands.push(stands[r.number()] + stands[r.number()]);
    var byLength = []; // the codes of each length follow each other, from a first one
    for (length = 1; length <= 24; length++) byLength.push({ first: 0, symbols: [] });
    stands.forEach(function (text, i) { byLength[r.number() - 1].symbols.push(i); });
    byLength.reduce(function (code, l) { l.first = code << 1; return l.first + l.symbols.length; }, 0);
    return function (b) {
      for (var out = [], code = 0, length = 0, i = 0; i < b.length * 8; i++) {
        code = code << 1 | b[i >> 3] >> 7 - (i & 7) & 1;
        var l = byLength[length++], at = code - l.first;
        if (at >= l.symbols.length) continue;
        if (l.symbols[at] === 0) break;
        out.push(stands[l.symbols[at]]);
        code = length = 0;
      }
      return whole(out.join(""));
    };
  }

  function reader(b) {
    var at = 0;
    function number() {
      for (var n = 0, shift = 0; ; shift += 7) {
        var c = b[at++];
        n |= (c & 127) << shift;
        if (c < 128) return n;
      }
    }
    function bytes() { var n = number(); at += n; return b.subarray(at - n, at); }
    return { number: number, bytes: bytes, string: function () { return utf8.decode(bytes()); } };
  }

  function wordPiece(b) {
    var r = reader(b), n = r.number(), list = [], word = "", i, k;
    for (i = 0; i < n; i++) {
      word = word.slice(0, r.number()) + asLetters(r.bytes());
      list.push({ text: whole(word), count: r.number() });
    }
    list.forEach(function (w) { // each release * 4 + weight
      w.releases = new Uint32Array(w.count);
      for (k = 0, i = 0; k < w.count; k++) {
        var v = r.number();
        i += v >> 2;
        w.releases[k] = i << 2 | v & 3;
      }
    });
    return list;
  }

  function facetPiece(b) {
    var r = reader(b), n = r.number(), list = [];
    while (n-- > 0) {
      var v = { id: r.string(), name: r.string(), releases: new Uint32Array(r.number()) };
      for (var k = 0, i = 0; k < v.releases.length; k++) v.releases[k] = i += r.number();
      list.push(v);
    }
    return list;
  }

  // textPiece gives for each release its sentences, with the ids of their places on its page.
  function textPiece(lines) {
    var releases = [], list = [], at = 0;
    var bytes = new TextEncoder();
    lines.forEach(function (line) {
      if (!line) { releases.push(list); list = []; at = 0; return; }
      var i = line.indexOf(" "), text = line.slice(i + 1);
      if (line[0] !== "-" || i > 1) at += Number(line.slice(0, i));
      list.push({ text: text, id: line[0] === "-" && i === 1 ? "" : "s" + at });
      at += bytes.encode(text).length;
    });
    return releases;
  }

  // Queries. A query is words, each with a test that a folded word passes or not: 0, or how near it comes.

  var index = null;

  function parse(text) {
    var words = [], cutWords = cut(text), open = /[\p{L}\p{M}\p{Nd}]$/u.test(text);
    cutWords.forEach(function (w, i) {
      if (w.kind === "han" || w.kind === "kana") { // each two letters are a word of the index
        var c = Array.from(w.text);
        if (c.length === 1) words.push(word(w.text, true));
        for (var k = 0; k + 1 < c.length; k++) words.push(word(c[k] + c[k + 1], false));
        return;
      }
      if (index.skip.indexOf(w.text) >= 0) return;
      words.push(word(w.text, w.kind === "hangul" || open && i === cutWords.length - 1));
    });
    return words;
  }

  function word(text, begins) {
    var same = [text + "s", text + "es", text.replace(/y$/, "ies"), text.replace(/ies$/, "y"), text.replace(/es$/, ""), text.replace(/s$/, "")];
    if (text.length < 3 || !/^[a-z]+$/.test(text)) same = [];
    return {
      text: text, begins: begins, from: same.length ? text.replace(/(ies|es|s|y)$/, "") : text,
      fits: function (w) {
        if (w === text) return 1;
        if (same.indexOf(w) >= 0 && w.length > 2) return 0.8;
        return begins && w.startsWith(text) ? 0.6 : 0;
      }
    };
  }

  // pieceOf is the number of the piece that holds a word.
  function pieceOf(w) {
    for (var low = 0, high = index.words.length; high - low > 1;) {
      var mid = low + high >> 1;
      if (index.words[mid] <= w) low = mid; else high = mid;
    }
    return low;
  }

  var worth = [1, 1.6, 3, 6]; // of the weights of a word in a release
  var many = 3; // pieces that the beginning of a word may ask for

  // releasesOf weighs each release by one word: an array of Count numbers, 0 where the word is not.
  function releasesOf(w) {
    if (!index.words.length) return Promise.resolve(new Float32Array(index.count));
    var need = new Set(), all = [w.text, w.text + "s", w.text + "es", w.text.replace(/s$/, ""), w.text.replace(/es$/, ""), w.text.replace(/ies$/, "y"), w.text.replace(/y$/, "ies")];
    (w.from === w.text && w.begins ? [w.text] : all).forEach(function (t) { need.add(pieceOf(t)); });
    if (w.begins && w.text.length > 1 || !/^[a-z0-9]/.test(w.text)) {
      var first = pieceOf(w.text), last = pieceOf(w.text + "\uffff");
      for (var i = first; i <= last && last - first < many; i++) need.add(i);
    }
    return Promise.all(Array.from(need, function (i) { return read("words/" + i, inflated(wordPiece)); })).then(function (pieces) {
      var weights = new Float32Array(index.count), count = 0;
      pieces.forEach(function (list) {
        list.forEach(function (t) {
          var near = w.fits(t.text);
          if (!near) return;
          for (var k = 0; k < t.releases.length; k++) {
            var i = t.releases[k] >> 2, v = near * worth[t.releases[k] & 3];
            if (!weights[i]) count++;
            if (weights[i] < v) weights[i] = v;
          }
        });
      });
      var rare = Math.log(1 + index.count / (count + 1));
      for (var i = 0; i < weights.length; i++) weights[i] *= rare;
      return weights;
    });
  }

  var several = { country: true, official: true, topic: true }; // facets of which a release may have several values

  // find answers a query: releases by weight, then day, and whether they hold all words.
  function find(state) {
    var words = parse(state.q), keys = Object.keys(state.facets);
    return Promise.all([
      Promise.all(words.map(releasesOf)),
      Promise.all(keys.map(function (k) { return read("facets/" + k, inflated(facetPiece)); }))
    ]).then(function (got) {
      var sum = new Float32Array(index.count), held = new Uint8Array(index.count), most = 0, i;
      got[0].forEach(function (weights) {
        for (i = 0; i < sum.length; i++) if (weights[i]) { sum[i] += weights[i]; held[i]++; }
      });
      var masks = {};
      keys.forEach(function (k, n) {
        var mask = masks[k] = new Uint8Array(index.count);
        got[1][n].forEach(function (v) {
          if (state.facets[k].indexOf(v.id) >= 0) v.releases.forEach(function (r) { mask[r]++; });
        });
      });
      // open tells whether a release passes all facets. One of several years, kinds, publishers is enough, of which a release
      // has but one; where they are counted, those not chosen count as well. Of countries, officials, topics it must have all.
      function open(r, counted) {
        return keys.every(function (k) { return several[k] ? masks[k][r] === state.facets[k].length : masks[k][r] || k === counted; });
      }
      for (i = 0; i < held.length; i++) if (held[i] > most && open(i)) most = held[i];
      if (!words.length) most = 0;
      var list = [];
      function take(i) { if (held[i] >= most && (most || !words.length) && open(i)) list.push(i); }
      for (i = index.dated - 1; i >= 0; i--) take(i); // the newest first
      for (i = index.dated; i < held.length; i++) take(i);
      if (words.length && state.sort !== "day") {
        for (i = 0; i < index.dated; i++) sum[i] *= 1 + 0.3 * (i + 1) / index.count;
        list.sort(function (a, b) { return sum[b] - sum[a]; }); // those alike stay by day
      }
      return {
        words: words, list: list, all: most === words.length,
        counts: function (key, values) {
          return values.map(function (v) {
            var n = 0;
            v.releases.forEach(function (r) { if (held[r] >= most && (most || !words.length) && open(r, key)) n++; });
            return n;
          });
        }
      };
    });
  }

  // The page.

  function make(tag, className, text) {
    var e = document.createElement(tag);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }

  // marked writes a text into an element, with the words that fit a query marked.
  function marked(e, text, words, from, to) {
    var at = from || 0;
    to = to === undefined ? text.length : to;
    hits(text, words).forEach(function (h) {
      if (h.start < at || h.end > to) return;
      e.append(text.slice(at, h.start), make("mark", "", text.slice(h.start, h.end)));
      at = h.end;
    });
    e.append(text.slice(at, to));
  }

  // hits lists the places of a text where words of a query stand.
  function hits(text, words) {
    var list = [];
    cut(text).forEach(function (w) {
      if (w.kind === "han" || w.kind === "kana") {
        words.forEach(function (q) {
          for (var i = text.indexOf(q.text, w.start); i >= 0 && i < w.end; i = text.indexOf(q.text, i + 1)) list.push({ start: i, end: i + q.text.length, word: q });
        });
        return;
      }
      var q = words.find(function (q) { return q.fits(w.text); });
      if (q) list.push({ start: w.start, end: w.end, word: q });
    });
    return list.sort(function (a, b) { return a.start - b.start; });
  }

  // best picks the sentence that holds most words of a query, the first of them, and another that holds most of the rest.
  function best(sentences, words) {
    var picked = [], seen = new Set();
    for (var round = 0; round < 2; round++) {
      var top = null, most = round - 1; // the first may hold none
      sentences.forEach(function (s) {
        s.words = s.words || new Set(hits(s.text, words).map(function (h) { return h.word; }));
        var n = 0;
        s.words.forEach(function (w) { if (!seen.has(w)) n++; });
        if (n > most) { most = n; top = s; }
      });
      if (!top) break;
      picked.push(top);
      top.words.forEach(function (w) { seen.add(w); });
    }
    sentences.forEach(function (s) { s.words = null; });
    return picked;
  }

  var long = 320; // letters of a sentence that are shown

  function showSentence(p, s, release, words) {
    var a = make("a"), from = 0, to = s.text.length;
    a.href = root + release.path + (s.id ? "#" + s.id : "");
    if (to > long) {
      var first = hits(s.text, words)[0];
      if (first && first.start > long / 2) from = s.text.lastIndexOf(" ", first.start - long / 3) + 1;
      if (from + long < to) to = Math.max(s.text.lastIndexOf(" ", from + long), from + long / 2);
    }
    var left = /…$/.test(p.textContent); // the sentence before is cut, and says so
    if (from && !left) a.append("… ");
    marked(a, s.text, words, from, to);
    if (to < s.text.length) a.append(" …");
    if (p.firstChild) p.append(left || from ? " " : " … ");
    p.append(a);
  }

  var box, page, status, list, more, turn = 0, shown = 0, answer = null, timer = 0;
  var step = 10; // results shown at a time
  var facetNames = ["year", "country", "official", "topic", "kind", "publisher"];
  var opened = {}; // facets whose whole list is shown

  function state() {
    var p = new URLSearchParams(location.hash.slice(1)), s = { q: p.get("q") || "", sort: p.get("sort") || "", facets: {} };
    facetNames.forEach(function (k) {
      var values = p.getAll(k).filter(Boolean);
      if (values.length) s.facets[k] = values;
    });
    return s;
  }

  function address(s) {
    var p = new URLSearchParams();
    if (s.q.trim()) p.set("q", s.q.trim());
    facetNames.forEach(function (k) { (s.facets[k] || []).forEach(function (v) { p.append(k, v); }); });
    if (s.sort) p.set("sort", s.sort);
    return "#" + p;
  }

  // busy says whether results are on their way: the list, then its sentences.
  function busy(is) { list.setAttribute("aria-busy", is); }

  function say(text) { status.textContent = text; }

  function run() {
    var mine = ++turn, s = state();
    busy(true);
    if (box !== document.activeElement || !box.value.trim()) box.value = s.q;
    return meta().then(function () { return find(s); }).then(function (got) {
      if (mine !== turn) return;
      answer = got;
      shown = 0;
      list.replaceChildren();
      more.hidden = true;
      var asks = got.words.length || Object.keys(s.facets).length;
      page.querySelector(".sorting").hidden = !got.words.length || got.list.length < 2;
      page.querySelector("#by-day").checked = s.sort === "day";
      return Promise.all([asks || !s.q ? asks && showMore(mine) : null, showFacets(s, mine)]).then(function () {
        if (mine !== turn) return;
        tell(s, got);
        if (!list.firstChild) busy(false);
      });
    }).catch(function (e) {
      if (mine !== turn) return;
      busy(false);
      say(e.message === "missing" ? "A piece of the search index is missing. It is made when the archive is built." : "Search does not work in this browser. " + e.message);
    });
  }

  function tell(s, got) {
    var n = got.list.length, releases = n === 1 ? "1 release" : n.toLocaleString("en") + " releases";
    var narrow = Object.keys(s.facets).length;
    if (!got.words.length && !narrow) say(s.q.trim() ? "These words stand in nearly every release. Add another." : "");
    else if (!n) say(narrow ? "No release fits all that is chosen." : "No release has these words.");
    else if (!got.all) say((narrow ? "None of those chosen has all these words. " : "No release has all these words. ") + (n === 1 ? "1 release has" : releases + " have") + " some of them.");
    else say(releases + ".");
  }

  function meta() {
    return index ? Promise.resolve() : read("index", inflated(function (b) { return JSON.parse(utf8.decode(b)); })).then(function (x) {
      index = x;
      stamp = x.stamp;
      symbols(); // every answer needs them
    });
  }

  // placeOf finds the piece of titles or texts in which a release stands, of so many to a piece, and its place in it.
  function placeOf(r, many) {
    var i = index.parts.length - 1;
    while (index.parts[i].from > r) i--;
    r -= index.parts[i].from;
    return { name: index.parts[i].name + Math.floor(r / many), at: r % many };
  }

  function showMore(mine) {
    var part = answer.list.slice(shown, shown + step), words = answer.words;
    shown += part.length;
    more.hidden = shown >= answer.list.length;
    return Promise.all(part.map(function (r) {
      var place = placeOf(r, index.titles);
      return readText("titles/" + place.name, function (l) { return l; }).then(function (l) {
        var f = l[place.at].split("\t");
        return { number: r, path: f[0], language: f[1], day: f[2], how: f[3], title: f[4], under: f[5] };
      });
    })).then(function (releases) {
      if (mine !== turn) return;
      var quotes = releases.map(function (r) {
        var li = make("li"), day = make("div", "day", r.day), div = make("div"), a = make("a", "title"), under = make("p", "meta"), p = make("p", "quote");
        if (r.how) day.append(" ", make("small", "", "(" + r.how + ")"));
        a.href = root + r.path;
        if (r.language) a.lang = p.lang = r.language;
        marked(a, r.title, words);
        marked(under, r.under, words);
        div.append(a, under, p);
        li.append(day, div);
        list.append(li);
        return p;
      });
      // Sentences follow when typing rests.
      clearTimeout(timer);
      timer = setTimeout(function () {
        Promise.all(releases.map(function (r, i) {
          var place = placeOf(r.number, index.texts);
          return readText("texts/" + place.name, textPiece).then(function (t) {
            best(t[place.at] || [], words).forEach(function (s) { showSentence(quotes[i], s, r, words); });
            if (!quotes[i].firstChild) quotes[i].remove();
          }, function () { quotes[i].remove(); });
        })).then(function () { if (mine === turn) busy(false); });
      }, box === document.activeElement && typing ? 200 : 0);
    });
  }

  function showFacets(s, mine) {
    return Promise.all(facetNames.map(function (k) {
      var d = page.querySelector("details[data-facet=" + k + "]"), chosen = s.facets[k] || [];
      if (chosen.length) d.open = true;
      if (!d.open) return null;
      return read("facets/" + k, inflated(facetPiece)).then(function (values) {
        if (mine !== turn) return;
        showFacet(d, k, chosen, values, answer.counts(k, values));
      });
    }));
  }

  var few = 12; // values of a facet shown at first

  function showFacet(d, key, chosen, values, counts) {
    var order = values.map(function (v, i) { return i; }).filter(function (i) { return counts[i] || chosen.indexOf(values[i].id) >= 0; });
    if (key !== "year") order.sort(function (a, b) { return counts[b] - counts[a] || a - b; });
    var ul = make("ul", "index");
    order.forEach(function (i, n) {
      var on = chosen.indexOf(values[i].id) >= 0;
      if (n >= few && !on && !opened[key]) return;
      var li = make("li"), label = make("label"), box = make("input");
      box.type = "checkbox";
      box.checked = on;
      box.value = values[i].id;
      label.append(box, " ", values[i].name);
      li.append(label, " ", make("span", "count", counts[i].toLocaleString("en")));
      ul.append(li);
    });
    var focus = document.activeElement, kept = focus && d.contains(focus) && focus.value;
    d.querySelectorAll("ul, button, p").forEach(function (e) { e.remove(); });
    if (!order.length) d.append(make("p", "empty", "Nothing to choose from."));
    d.append(ul);
    if (order.length > few && !opened[key]) {
      var b = make("button", "", "All " + order.length.toLocaleString("en"));
      b.type = "button";
      b.addEventListener("click", function () { opened[key] = true; run(); });
      d.append(b);
    }
    ul.querySelectorAll("input").forEach(function (e) { if (kept && e.value === kept) e.focus(); });
  }

  var typing = false;

  function change(edit) {
    var s = state();
    edit(s);
    location.hash = address(s);
  }

  function start() {
    box = page.querySelector("input[type=search]");
    status = page.querySelector("[role=status]");
    list = page.querySelector(".entries");
    more = page.querySelector(".more-results");
    root = page.dataset.root;
    stamp = location.protocol === "file:" ? "" : Date.now(); // the first piece is always asked for anew
    page.hidden = false;
    var rest = 0;
    box.addEventListener("input", function () {
      typing = true;
      busy(true);
      if (index) parse(box.value).forEach(function (w) { releasesOf(w).catch(function () {}); }); // on their way while typing rests
      clearTimeout(rest);
      rest = setTimeout(function () {
        var s = state();
        s.q = box.value;
        history.replaceState(null, "", address(s));
        run();
      }, 50);
    });
    window.addEventListener("hashchange", function () { typing = false; run(); });
    more.addEventListener("click", function () {
      var from = shown;
      typing = false;
      showMore(turn).then(function () { var a = list.querySelectorAll(".title")[from]; if (a) a.focus(); });
    });
    page.querySelectorAll("details[data-facet]").forEach(function (d) {
      var key = d.dataset.facet;
      d.addEventListener("toggle", function () { if (d.open && !d.querySelector("ul") && answer) showFacets(state(), turn); });
      d.addEventListener("change", function (e) {
        change(function (s) {
          s.facets[key] = (s.facets[key] || []).filter(function (v) { return v !== e.target.value; });
          if (e.target.checked) s.facets[key].push(e.target.value);
        });
      });
    });
    page.querySelector("#by-day").addEventListener("change", function (e) { change(function (s) { s.sort = e.target.checked ? "day" : ""; }); });
    if (!location.hash) box.focus();
    run();
  }

  // Keys: / goes to the box, the arrows walk through the results, Enter opens, Esc comes back.

  function step1(by) {
    var stops = [box].concat(Array.from(list.querySelectorAll(".title"))), at = stops.indexOf(document.activeElement);
    if (at >= 0 && stops[at + by]) { stops[at + by].focus(); return true; }
    return false;
  }

  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    var in1 = e.target, writes = in1.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(in1.tagName) && in1.type !== "checkbox";
    if (e.key === "/" && !writes) {
      var link = document.querySelector("nav a[href$='search.html']");
      if (page) box.focus(), box.select();
      else if (link) link.click();
      else return;
      e.preventDefault();
      return;
    }
    if (!page) return;
    if (e.key === "ArrowDown" && step1(1) || e.key === "ArrowUp" && step1(-1)) e.preventDefault();
    else if (e.key === "Enter" && in1 === box) { var a = list.querySelector(".title"); if (a) a.click(); }
    else if (e.key === "Escape" && in1 !== box && page.contains(in1)) box.focus();
  });

  page = document.getElementById("search");
  if (page) start();
})();
