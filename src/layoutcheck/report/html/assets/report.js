/* What scripts add to a report that is complete without them: search, filters, triage, copying, keys, a theme.
   Page text reaches the document by textContent alone. */
(function () {
  "use strict";
  var doc = document, html = doc.documentElement, root = html.dataset.root || "";
  var strings = typeof layoutcheckStrings === "object" ? layoutcheckStrings : {};
  var memory = {};

  function say(key, values) {
    var text = strings["js." + key], n = values && values.n;
    if (text && typeof text === "object") { text = n === 1 && text.one ? text.one : text.other; }
    return String(text === undefined ? key : text).replace(/\{(\w+)\}/g, function (all, name) {
      var value = values && values[name];
      return value === undefined ? all : typeof value === "number" ? number(value) : value;
    });
  }
  function number(value) { return String(value).replace(/\B(?=(\d{3})+$)/g, strings["js.number.group"] || ","); }
  function all(selector, within) { return Array.prototype.slice.call((within || doc).querySelectorAll(selector)); }
  function one(selector, within) { return (within || doc).querySelector(selector); }
  function make(tag, attributes, text) {
    var node = doc.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { node.setAttribute(name, attributes[name]); });
    if (text !== undefined) { node.textContent = text; }
    return node;
  }
  function button(text, act, attributes) {
    var node = make("button", Object.assign({ type: "button" }, attributes || {}), text);
    node.addEventListener("click", act);
    return node;
  }
  var store = {
    kept: true,
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { this.kept = false; return memory[key] || null; } },
    set: function (key, value) { memory[key] = value; try { localStorage.setItem(key, value); } catch (e) { this.kept = false; } }
  };
  function save(name, type, text) {
    var url = URL.createObjectURL(new Blob([text], { type: type }));
    var link = make("a", { href: url, download: name });
    doc.body.appendChild(link); link.click(); link.remove();
    setTimeout(function () { URL.revokeObjectURL(url); }, 10000);
  }
  function copy(text, from) {
    function told(ok) {
      var before = from.dataset.label || from.textContent;
      from.dataset.label = before;
      from.textContent = say(ok ? "copied" : "copy_failed");
      announce(from.textContent);
      setTimeout(function () { from.textContent = before; }, 1600);
    }
    function old() {
      var area = make("textarea", { "aria-hidden": "true" }); area.value = text;
      doc.body.appendChild(area); area.select();
      var ok = false; try { ok = doc.execCommand("copy"); } catch (e) { ok = false; }
      area.remove(); from.focus(); told(ok);
    }
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(function () { told(true); }, old); } else { old(); }
  }
  var live = make("p", { role: "status", "aria-live": "polite", "class": "skip" });
  function announce(text) { live.textContent = text; }

  /* Theme */
  var themes = ["auto", "light", "dark"];
  function theme(name) {
    if (name === "auto") { delete html.dataset.theme; } else { html.dataset.theme = name; }
    store.set("layoutcheck.theme", name);
  }
  var chosen = store.get("layoutcheck.theme");
  if (themes.indexOf(chosen) > 0) { html.dataset.theme = chosen; } else { chosen = "auto"; }
  function themeButton() {
    function label() { return say("theme", { theme: say("theme." + chosen) }); }
    var node = button(label(), function () {
      chosen = themes[(themes.indexOf(chosen) + 1) % 3]; theme(chosen); node.textContent = label();
    }, { "class": "quiet" });
    return node;
  }

  /* Triage: verdicts by fingerprint or cause, kept in this browser */
  var triageKey = "layoutcheck.triage." + (html.dataset.scope || "");
  function marks() { try { return JSON.parse(store.get(triageKey) || "{}") || {}; } catch (e) { return {}; } }
  function mark(id, entry) {
    var now = marks();
    if (entry) { now[id] = entry; } else { delete now[id]; }
    store.set(triageKey, JSON.stringify(now));
    countMarks();
  }
  function countMarks() {
    var n = Object.keys(marks()).length;
    all('.top nav a').forEach(function (link) {
      if (/triage/.test(link.getAttribute("href"))) {
        link.dataset.label = link.dataset.label || link.textContent;
        link.textContent = link.dataset.label + (n ? " (" + number(n) + ")" : "");
      }
    });
  }
  function triageLines() {
    var now = marks();
    return Object.keys(now).sort().map(function (id) {
      var entry = now[id], told = {};
      told[entry.kind] = entry.id; told.verdict = entry.verdict; told.note = entry.note || ""; told.rule = entry.rule;
      if (entry.uri) { told.uri = entry.uri; }
      if (entry.text) { told.text = entry.text; }
      return JSON.stringify(told) + "\n";
    }).join("");
  }
  function triageBox(box) {
    var kind = box.dataset.kind, id = box.dataset.id, key = kind + ":" + id;
    var now = marks()[key] || {};
    box.setAttribute("role", "group"); box.setAttribute("aria-label", say("triage.question"));
    box.appendChild(make("span", { "class": "ask" }, say("triage.question")));
    var note = make("input", { type: "text", placeholder: say("triage.note"), "aria-label": say("triage.note"), maxlength: "400" });
    note.value = now.note || ""; note.hidden = !now.verdict;
    var buttons = ["accepted", "false-alarm", "bug"].map(function (verdict) {
      var node = button(say("triage." + verdict), function () {
        now.verdict = now.verdict === verdict ? "" : verdict; keep();
        if (now.verdict) { note.focus(); }
      });
      node.dataset.verdict = verdict; box.appendChild(node);
      return node;
    });
    function keep() {
      buttons.forEach(function (node) { node.setAttribute("aria-pressed", String(node.dataset.verdict === now.verdict)); });
      note.hidden = !now.verdict;
      var about = box.closest(".finding, .page-head");
      var title = about && one("h1, h2, h3, h4, h5, h6", about);
      mark(key, now.verdict && {
        kind: kind, id: id, verdict: now.verdict, note: note.value, rule: box.dataset.rule, uri: box.dataset.page || "",
        text: title ? title.textContent : "", href: location.href.split("#")[0] + (about && about.id ? "#" + about.id : "")
      });
    }
    note.addEventListener("input", keep);
    box.appendChild(note);
    buttons.forEach(function (node) { node.setAttribute("aria-pressed", String(node.dataset.verdict === now.verdict)); });
    box.hidden = false;
  }
  function triagePage(place) {
    function draw() {
      var now = marks(), ids = Object.keys(now).sort();
      place.textContent = ""; place.hidden = false;
      if (!store.kept) { place.appendChild(make("p", { "class": "notice" }, say("triage.unsaved"))); }
      if (!ids.length) { place.appendChild(make("p", { "class": "empty" }, say("triage.none"))); return; }
      var tools = make("p", { "class": "tools" });
      tools.appendChild(make("b", {}, say("triage.count", { n: ids.length })));
      tools.appendChild(button(say("triage.download"), function () { save("triage.jsonl", "application/x-ndjson", triageLines()); }, { id: "download" }));
      tools.appendChild(button(say("triage.forget"), function () {
        if (confirm(say("triage.sure"))) { store.set(triageKey, "{}"); countMarks(); draw(); }
      }, { "class": "quiet" }));
      place.appendChild(tools);
      var table = make("table", { "class": "list" }), head = make("thead"), row = make("tr"), body = make("tbody");
      ["triage.verdict", "triage.what", "triage.note", "triage.clear"].forEach(function (key) { row.appendChild(make("th", { scope: "col" }, say(key))); });
      head.appendChild(row); table.appendChild(head); table.appendChild(body);
      ids.forEach(function (id) {
        var entry = now[id], tr = make("tr"), th = make("th", { scope: "row" });
        tr.appendChild(make("td", {}, say("triage." + entry.verdict)));
        th.appendChild(make("span", { dir: "auto" }, entry.text || entry.rule));
        th.appendChild(make("span", { "class": "under" }, entry.rule + (entry.kind === "cause" ? " · " + say("triage.cause") : entry.uri ? " · " + entry.uri : "")));
        tr.appendChild(th);
        tr.appendChild(make("td", { dir: "auto" }, entry.note || ""));
        var last = make("td");
        last.appendChild(button(say("triage.clear"), function () { mark(id, null); draw(); }, { "aria-label": say("triage.clear") + ": " + (entry.text || entry.rule) }));
        tr.appendChild(last); body.appendChild(tr);
      });
      place.appendChild(table);
    }
    draw();
  }

  /* A finding as a ticket, in Markdown */
  function ticks(text) {
    return new Array((text.match(/`+/g) || []).reduce(function (n, run) { return Math.max(n, run.length); }, 0) + 2).join("`");
  }
  function code(text) {
    var fence = ticks(text), pad = /^`|`$/.test(text) ? " " : "";
    return fence + pad + text + pad + fence;
  }
  /* Page text as Markdown that says just that text. What would call somebody by name (@news) is code, where it does not. */
  function inline(text) {
    text = text.replace(/\s+/g, " ").trim();
    return /@[\w-]/.test(text) ? code(text) : text.replace(/([\\`*_{}\[\]#<>|~&])/g, "\\$1");
  }
  function fenced(text) {
    var fence = ticks("``" + "\n" + text);
    return fence + "\n" + text + "\n" + fence;
  }
  function row(node) {
    var value = one("dd", node), exact = one("code.copyable", value);
    return "- " + inline(one("dt", node).textContent) + ": " + (exact ? code(exact.textContent) : inline(plain(value)));
  }
  function ticket(card) {
    var title = one(".title", card) || one("h1");
    var told = ["### " + inline(title ? title.textContent : card.dataset.rule), ""];
    told.push("- Page: " + inline(card.dataset.page) + ", line " + card.dataset.line + ", column " + card.dataset.column);
    told.push("- Rule: " + card.dataset.rule + " (" + card.dataset.severity + ")");
    var where = one(".where", card);
    if (where) { told.push("- Part: " + inline(where.textContent)); }
    var facts = all(".background > div", card);
    if (!facts.length) { facts = all(".mend .background > div"); }
    facts.concat(all(".versus > div", card), all(".paths > div", card)).forEach(function (node) { told.push(row(node)); });
    var source = one(":scope > .source", card);
    if (source) { told.push("", fenced(all(".line", source).map(function (line) { return one(".no", line).textContent + "  " + one(".text", line).textContent; }).join("\n"))); }
    if (/^https?:/.test(location.protocol)) { told.push("", "<" + location.href.split("#")[0] + (card.id ? "#" + card.id : "") + ">"); }
    return told.join("\n") + "\n";
  }
  function plain(node) {
    var twin = node.cloneNode(true);
    all("button", twin).forEach(function (b) { b.remove(); });
    return twin.textContent;
  }
  function copyButtons(within) {
    all("code.copyable", within).forEach(function (code) {
      var text = code.textContent;
      code.after(button(say("copy"), function (event) { copy(text, event.currentTarget); }, { "class": "copy quiet", "aria-label": say("copy") + ": " + text.slice(0, 80) }));
    });
    all(".permalink", within).forEach(function (link) {
      link.after(button(say("link"), function (event) { copy(link.href, event.currentTarget); }, { "class": "copy quiet" }));
    });
    all(".finding", within).forEach(function (card) {
      var tools = one(".tools", card);
      if (tools) { tools.appendChild(button(say("ticket"), function (event) { copy(ticket(card), event.currentTarget); }, { "class": "ticket quiet" })); }
    });
  }

  /* Search */
  var SEVERITIES = ["error", "warning", "info"], rows = null, shown = 0, found = [], STEP = 200;
  var data = [];
  window.layoutcheck = {
    add: function (pages, list) {
      list.forEach(function (row) {
        var page = pages[row[0]];
        data.push({ page: page[0], section: page[1], file: page[2], line: row[1], column: row[2], severity: row[3], rule: row[4],
          text: row[5], where: row[6], excerpt: row[7], cause: row[8], anchor: row[9], known: row[10],
          hay: (row[5] + " " + row[6] + " " + row[7] + " " + row[4] + " " + page[0]).toLowerCase() });
      });
    }
  };
  function parse(query) {
    var terms = [], rule = /(!?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/g, match;
    while ((match = rule.exec(query))) {
      var value = match[3] !== undefined ? match[3] : match[4];
      if (value) { terms.push({ not: match[1] === "!", key: match[2] || "", value: value, low: value.toLowerCase() }); }
    }
    return terms;
  }
  function linkOf(row) { return row.file && one(".view") ? "#" + row.anchor : root + "p/" + row.file + ".html#" + row.anchor; }
  function verdictOf(row, now) {
    var entry = now["fingerprint:" + row.anchor.replace(/^f-/, "")];
    return entry ? entry.verdict : "";
  }
  function fits(row, term, now) {
    switch (term.key) {
      case "rule": return row.rule === term.low || row.rule.indexOf(term.low) >= 0;
      case "severity": case "sev": return SEVERITIES[row.severity].indexOf(term.low) === 0;
      case "section": case "sec": return row.section.toLowerCase() === term.low;
      case "page": return row.page.toLowerCase().indexOf(term.low) >= 0;
      case "cause": return row.cause === term.low;
      case "is":
        if (term.low === "new") { return !row.known; }
        if (term.low === "known") { return !!row.known; }
        if (term.low === "open") { return !verdictOf(row, now); }
        return verdictOf(row, now) === term.low;
      case "sort": return true;
      case "": return row.hay.indexOf(term.low) >= 0;
      default: return row.hay.indexOf((term.key + ":" + term.low)) >= 0;
    }
  }
  function search(query) {
    var terms = parse(query), now = marks();
    found = data.filter(function (row) { return terms.every(function (term) { return fits(row, term, now) !== term.not || term.key === "sort"; }); });
    var sort = terms.filter(function (term) { return term.key === "sort"; }).map(function (term) { return term.low; })[0];
    if (sort === "page" || sort === "rule" || sort === "section") {
      found = found.map(function (row, n) { return [row, n]; }).sort(function (a, b) {
        return a[0][sort] < b[0][sort] ? -1 : a[0][sort] > b[0][sort] ? 1 : a[1] - b[1];
      }).map(function (pair) { return pair[0]; });
    }
  }
  function rowOf(row) {
    var tr = make("tr", { "class": "item", tabindex: "-1" }), first = make("td"), th = make("th", { scope: "row" }), last = make("td");
    first.appendChild(make("span", { "class": "sev " + SEVERITIES[row.severity] }, say("severity." + SEVERITIES[row.severity])));
    if (row.known) { first.appendChild(doc.createTextNode(" ")); first.appendChild(make("span", { "class": "tag" }, say("state.known"))); }
    th.appendChild(make("a", { href: linkOf(row), dir: "auto" }, row.text));
    var under = make("span", { "class": "under" });
    under.appendChild(make("span", { "class": "rule" }, row.rule));
    if (row.where) { under.appendChild(doc.createTextNode(" · ")); under.appendChild(make("bdi", {}, row.where)); }
    th.appendChild(under);
    last.appendChild(make("bdi", {}, row.page));
    last.appendChild(make("span", { "class": "num" }, ":" + row.line + ":" + row.column));
    tr.appendChild(first); tr.appendChild(th); tr.appendChild(last);
    return tr;
  }
  function searchPage(table) {
    var form = one("form.search"), input = one("#q"), selects = all("select[data-term]", form), body = one("tbody", table);
    var status = one(".result"), tools = one(".search-tools"), more = one(".more-rows"), moreButton;
    function fromAddress() {
      var match = /[#&]q=([^&]*)/.exec(location.hash);
      try { return match ? decodeURIComponent(match[1].replace(/\+/g, " ")) : null; } catch (e) { return null; }
    }
    function grow() {
      var part = doc.createDocumentFragment();
      found.slice(shown, shown + STEP).forEach(function (row) { part.appendChild(rowOf(row)); });
      shown = Math.min(found.length, shown + STEP);
      body.appendChild(part);
      more.hidden = shown >= found.length;
      moreButton.textContent = say("search.more", { n: Math.min(STEP, found.length - shown) });
    }
    function draw() {
      search(input.value);
      body.textContent = ""; shown = 0; grow();
      status.textContent = found.length ? say("search.count", { n: found.length, total: data.length }) : say("search.none");
      selects.forEach(function (select) {
        var key = select.dataset.term, term = parse(input.value).filter(function (t) { return t.key === key && !t.not; })[0];
        select.value = term ? term.value : "";
        if (select.selectedIndex < 0) { select.value = ""; }
      });
    }
    function apply(replace) {
      var hash = input.value ? "#q=" + encodeURIComponent(input.value).replace(/%3A/g, ":") : "#q=";
      if (location.hash !== hash) { history[replace ? "replaceState" : "pushState"](null, "", hash); }
      draw();
    }
    function load(then) {
      var chunks = Number(table.dataset.chunks), n = 0;
      if (!chunks) { then(); return; }
      status.textContent = say("search.loading");
      (function next() {
        n += 1;
        if (n > chunks) { then(); return; }
        var script = make("script", { src: root + "data/findings-" + n + ".js" });
        script.onload = next;
        script.onerror = function () { status.textContent = say("search.broken"); };
        doc.head.appendChild(script);
      }());
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); apply(false); });
    moreButton = button("", function () { if (started === "done") { grow(); } else { start(function () { apply(true); }); } });
    more.appendChild(moreButton);
    if (Number(table.dataset.total) > all("tr", body).length) {
      moreButton.textContent = say("search.all", { n: Number(table.dataset.total) });
      more.hidden = false;
    }
    tools.appendChild(button(say("search.link"), function (event) { copy(location.href, event.currentTarget); }));
    tools.appendChild(button(say("search.csv"), function () { save("findings.csv", "text/csv", csv()); }, { id: "csv" }));
    var started = false;
    function start(then) {
      if (started) { if (started === "done") { then(); } return; }
      started = true;
      load(function () { started = "done"; tools.hidden = false; then(); });
    }
    var wait;
    input.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(function () { start(function () { apply(true); }); }, 120); });
    input.addEventListener("focus", function () { start(function () { status.textContent = status.textContent === say("search.loading") ? "" : status.textContent; apply(true); }); }, { once: true });
    selects.forEach(function (select) {
      select.addEventListener("change", function () {
        var key = select.dataset.term, kept = parse(input.value).filter(function (t) { return t.key !== key; }).map(wordOf);
        if (select.value) { kept.push(wordOf({ key: key, value: select.value })); }
        input.value = kept.join(" ");
        start(function () { apply(false); });
      });
    });
    function wordOf(t) { return (t.not ? "!" : "") + (t.key ? t.key + ":" : "") + (/[\s]/.test(t.value) ? '"' + t.value + '"' : t.value); }
    function arrive() {
      var query = fromAddress();
      if (query !== null) { input.value = query; start(draw); }
    }
    window.addEventListener("hashchange", arrive);
    window.addEventListener("popstate", arrive);
    setTimeout(arrive, 0);
  }
  function csvCell(value) {
    var text = String(value);
    if (/^[=+\-@\t\r\n＝＋－＠]/.test(text)) { text = "'" + text; }
    return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }
  function csv() {
    var now = marks(), columns = ["page", "section", "line", "column", "severity", "rule", "text", "where", "excerpt", "state", "verdict", "link"];
    var lines = [columns.map(function (name) { return csvCell(say("csv." + name)); }).join(",")];
    found.forEach(function (row) {
      var link = make("a", { href: linkOf(row) }).href;
      lines.push([row.page, row.section, row.line, row.column, SEVERITIES[row.severity], row.rule, row.text, row.where, row.excerpt,
        row.known ? say("state.known") : say("state.new"), verdictOf(row, now), link].map(csvCell).join(","));
    });
    return "\ufeff" + lines.join("\r\n") + "\r\n";
  }

  /* Keys */
  function typing(node) { return node && (/^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName) || node.isContentEditable); }
  function step(by) {
    var items = all(".item").filter(function (node) { return node.getClientRects().length; });
    if (!items.length) { return; }
    var at = items.indexOf(doc.activeElement && doc.activeElement.closest(".item"));
    if (at < 0) {
      at = by > 0 ? -1 : items.length;
      var top = items.findIndex(function (node) { return node.getBoundingClientRect().top >= 0; });
      if (top >= 0) { at = by > 0 ? top - 1 : top; }
    }
    var next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    next.focus({ preventScroll: true }); next.scrollIntoView({ block: "nearest" });
  }
  function help() {
    var box = one("#keys");
    if (!box) {
      box = make("dialog", { id: "keys", "aria-labelledby": "keys-title" });
      box.appendChild(make("h2", { id: "keys-title" }, say("keys.title")));
      var list = make("dl");
      [["j", "next"], ["k", "previous"], ["o", "open"], ["/", "search"], ["?", "help"]].forEach(function (pair) {
        var line = make("div"), dt = make("dt");
        dt.appendChild(make("kbd", {}, pair[0])); line.appendChild(dt); line.appendChild(make("dd", {}, say("keys." + pair[1]))); list.appendChild(line);
      });
      box.appendChild(list);
      var label = make("label"), check = make("input", { type: "checkbox" });
      check.checked = keysOn();
      check.addEventListener("change", function () { store.set("layoutcheck.keys", check.checked ? "on" : "off"); });
      label.appendChild(check); label.appendChild(doc.createTextNode(say("keys.on"))); box.appendChild(label);
      box.appendChild(button(say("keys.close"), function () { box.close(); }));
      doc.body.appendChild(box);
    }
    if (box.showModal) { box.showModal(); }
  }
  function keysOn() { return store.get("layoutcheck.keys") !== "off"; }
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !keysOn()) { return; }
    if (one("dialog[open]")) { return; }
    var item = doc.activeElement && doc.activeElement.closest(".item");
    if (event.key === "j") { step(1); } else if (event.key === "k") { step(-1); } else if (event.key === "?") { help(); }
    else if (event.key === "/") { var field = one("#q") || one("#jump"); if (field) { field.focus(); field.select(); } }
    else if (event.key === "o" && item) { var link = one(".title a, th a, .tools a", item); if (link) { link.click(); } }
    else { return; }
    event.preventDefault();
  }

  /* Links of old */
  function lost() {
    var note = one(".notice.lost");
    if (!note) { return; }
    var id = location.hash.slice(1);
    note.hidden = !(id.indexOf("f-") === 0 && !doc.getElementById(id));
    if (!note.hidden) { note.scrollIntoView({ block: "center" }); }
  }
  function previews() {
    all("details.frame").forEach(function (frame) { if (!one(".view")) { frame.open = true; } });
    all(".to-preview").forEach(function (link) {
      link.target = "preview";
      link.addEventListener("click", function () { one(".preview").scrollIntoView({ block: "start" }); });
    });
  }
  function unfold() {
    var closed = [];
    window.addEventListener("beforeprint", function () {
      closed = all("details:not([open]):not(.frame)");
      closed.forEach(function (node) { node.open = true; });
    });
    window.addEventListener("afterprint", function () { closed.forEach(function (node) { node.open = false; }); });
  }
  function controls() {
    var place = one(".controls");
    if (!place) { return; }
    if (!one("#q")) {
      var form = make("form", { role: "search" }), field = make("input", { type: "search", id: "jump", placeholder: say("search.go"), "aria-label": say("search.go") });
      form.appendChild(field);
      form.addEventListener("submit", function (event) {
        event.preventDefault();
        location.href = root + "findings.html#q=" + encodeURIComponent(field.value);
      });
      place.appendChild(form);
    }
    place.appendChild(themeButton());
    place.appendChild(button(say("keys"), help, { "class": "keys quiet" }));
    place.hidden = false;
  }
  function begin() {
    doc.body.appendChild(live);
    controls();
    all(".triage").forEach(triageBox);
    copyButtons(doc);
    var table = one("#results"), place = one("#marks");
    if (table) { searchPage(table); }
    if (place) { triagePage(place); }
    countMarks(); previews(); unfold(); lost();
    window.addEventListener("hashchange", lost);
    doc.addEventListener("keydown", onKey);
  }
  if (doc.readyState === "loading") { doc.addEventListener("DOMContentLoaded", begin); } else { begin(); }
}());
