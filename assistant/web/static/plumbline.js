"use strict";
// What the chat library does not do: open the passage behind a marker, build forms and chips, copy, print, reopen.
// All by delegation on class and id, for the articles come and go. Nothing is kept in the browser but the
// conversation's id, in the address.
(() => {
  const api = (path) => new URL(`api/v1/${path}`, document.baseURI);
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, fields = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), fields);
    node.append(...children.filter((child) => child !== null));
    return node;
  };
  const answers = new Map();
  const met = new WeakSet();
  let cameFrom = null;
  let reopened = false;

  async function read(path) {
    const response = await fetch(api(path), { headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.json();
  }

  function answerOf(article) {
    if (!answers.has(article.id)) answers.set(article.id, read(`answers/${encodeURIComponent(article.id)}`));
    return answers.get(article.id);
  }

  // ---- handing a question over to the chat --------------------------------------------------------------------------

  function carry(message) {
    const box = one("#carrier textarea");
    if (!box || one("#chat .stage")) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, JSON.stringify(message));
    box.dispatchEvent(new Event("input", { bubbles: true }));
    const enter = { key: "Enter", code: "Enter", keyCode: 13, bubbles: true, cancelable: true };
    requestAnimationFrame(() => {
      box.dispatchEvent(new KeyboardEvent("keydown", enter));
      box.dispatchEvent(new KeyboardEvent("keypress", enter));
    });
  }

  const conversationInAddress = () => new URLSearchParams(location.hash.slice(1)).get("conversation");

  function remember(conversation) {
    const hash = conversation ? `#conversation=${encodeURIComponent(conversation)}` : "";
    if (location.hash !== hash) history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  }

  // ---- evidence -----------------------------------------------------------------------------------------------------

  function showEvidence(article) {
    const cards = one("#evidence .cards");
    if (!cards || cards.dataset.of === article.id) return;
    const copies = all(".references .evidence", article).map((item) => {
      const card = make("div", { className: "evidence", id: `panel-${item.id}`, tabIndex: -1, innerHTML: item.innerHTML });
      all("[id]", card).forEach((part) => { part.id = `panel-${part.id}`; part.tabIndex = -1; });
      return card;
    });
    cards.dataset.of = article.id;
    cards.replaceChildren(...(copies.length ? copies : [make("p", { className: "hint", textContent: "This answer cites nothing." })]));
  }

  function openEvidence(marker) {
    const article = marker.closest("article.answer");
    showEvidence(article);
    all("#evidence .open, #evidence .here").forEach((node) => node.classList.remove("open", "here"));
    const target = document.getElementById(`panel-${decodeURIComponent(marker.getAttribute("href").slice(1))}`);
    if (!target) return;
    cameFrom = marker;
    document.body.classList.add("evidence-open");
    target.closest(".evidence").classList.add("open");
    target.classList.add("here");
    target.scrollIntoView({ block: "nearest" });
    target.focus({ preventScroll: true });
  }

  function closeEvidence() {
    if (!document.body.classList.contains("evidence-open")) return;
    document.body.classList.remove("evidence-open");
    all("#evidence .open, #evidence .here").forEach((node) => node.classList.remove("open", "here"));
    if (cameFrom?.isConnected) cameFrom.focus();
    cameFrom = null;
  }

  function emptyEvidence() {
    const cards = one("#evidence .cards");
    if (!cards?.dataset.of) return;
    delete cards.dataset.of;
    cards.replaceChildren(make("p", { className: "hint", textContent: "The passages behind an answer stand here." }));
  }

  // ---- forms: what a calculation still needs, or what to change in one ------------------------------------------------

  function range(input) {
    if (input.minimum === null || input.maximum === null) return null;
    const text = `${input.minimum} to ${input.maximum}${input.unit ? ` ${input.unit}` : ""}`;
    return make("small", { className: "range" }, make("span", { className: "fig declared", textContent: text }));
  }

  function explain(input) {
    if (!input.counts) return null;
    const parts = input.counts.split(/(\d+(?:[.,]\d+)*)/).map((text, place) =>
      place % 2 ? make("span", { className: "fig declared", textContent: text }) : document.createTextNode(text));
    return make("small", { className: "range counts" }, ...parts);
  }

  // A day, a moment, words: taken as they stand, without a unit.
  const isTold = (input) => ["date", "moment", "words"].includes(input.kind);
  const hasUnit = (text) => /[^\d\s.,+-]/.test(text);

  function field(input, id, value = "") {
    const need = input.required ? null : make("small", { textContent: " optional" });
    const label = make("label", { htmlFor: id, textContent: input.label }, need);
    if (input.choices) {
      const options = ["", ...input.choices].map((text) =>
        make("option", { value: text, textContent: text || "choose", selected: text === value }));
      return make("div", { className: "field" }, label,
        make("select", { id, name: input.name, ariaRequired: `${input.required}` }, ...options), explain(input));
    }
    if (isTold(input)) {
      const type = { date: "date", moment: "datetime-local" }[input.kind] ?? "text";
      // A box for a moment takes minutes, and shows nothing at all of what it cannot read.
      const taken = input.kind === "moment" ? value.replace(" ", "T").slice(0, 16) : value;
      const hint = input.kind === "words" ? make("small", { className: "range", textContent: "in words; “none known” where there are none" }) : null;
      return make("div", { className: "field" }, label,
        make("input", { id, name: input.name, type, autocomplete: "off", ariaRequired: `${input.required}`, value: taken, maxLength: 200 }),
        hint, explain(input));
    }
    const box = make("input", { id, name: input.name, type: "text", autocomplete: "off", ariaRequired: `${input.required}`, value, maxLength: 100 });
    const units = (input.units ?? []).length ? input.units : [input.unit].filter(Boolean);
    const several = !value && units.length > 1;
    const choice = several
      ? make("select", { name: `${input.name} unit`, ariaLabel: `Unit of ${input.label}` },
        ...["", ...units].map((text) => make("option", { value: text, textContent: text || "unit" })))
      : make("span", { className: "unit", textContent: value ? "" : units[0] ?? "" });
    // A number needs its unit, and one that was typed with the number will do.
    if (several) box.addEventListener("input", () => { choice.required = /\d/.test(box.value) && !hasUnit(box.value); });
    return make("div", { className: "field" }, label, make("span", { className: "pair" }, box, choice), range(input), explain(input));
  }

  function written(form, input) {
    const said = form.elements[input.name].value.trim();
    if (!said || input.choices || isTold(input) || hasUnit(said)) return said;
    const unit = form.elements[`${input.name} unit`]?.value ?? one(".unit", form.elements[input.name].parentNode)?.textContent;
    return unit ? `${said} ${unit}` : said;
  }

  function buildForm(inputs, { id, values = {}, lead = "", action = "Calculate" }) {
    const unique = [...new Map(inputs.map((input) => [input.name, input])).values()];
    const fields = unique.map((input, place) => field(input, `${id}-${place}`, values[input.name] ?? ""));
    const form = make("form", { className: "inputs", autocomplete: "off" }, ...fields, make("button", { type: "submit", textContent: action }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const said = unique.map((input) => [input, written(form, input)]).filter(([, text]) => text);
      // Some of the fields will do: what is given is kept, a score gives its range, and the rest is asked for again.
      if (!said.length) { one("input, select", form).focus(); return; }
      // By name, not by label: a label explains ("an infant's months as …"), and what it explains would be read as said.
      const sentence = said.map(([input, text]) => `${input.name.replaceAll("_", " ")} ${text}`).join(", ");
      carry({ question: `${lead}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`,
        inputs: Object.fromEntries(said.map(([input, text]) => [input.name, text])) });
    });
    return form;
  }

  async function change(button) {
    const card = button.closest(".calc");
    const open = one("form", card);
    if (open) { open.remove(); return; }
    const answer = await answerOf(card.closest("article"));
    const calculation = answer.calculations[Number(card.id.split("-").pop())];
    const entries = await read(`${calculation.kind}s`);
    const entry = entries.find((item) => item.name === calculation.calculator);
    if (!entry) return;
    const alike = answer.calculations.filter((other) => other.calculator === calculation.calculator);
    const taken = ({ value, unit }) => (unit ? `${value} ${unit}` : String(value));
    const values = Object.fromEntries(alike.flatMap((one) => Object.entries(one.inputs)).map(([name, input]) => [name, taken(input)]));
    const form = buildForm(entry.inputs, { id: `${card.id}-field`, values, lead: `${entry.title}: `, action: "Calculate again" });
    card.append(form);
    one("input, select", form).focus();
  }

  // ---- acts of the foot -----------------------------------------------------------------------------------------------

  async function copy(button) {
    const answer = await answerOf(button.closest("article"));
    const works = answer.citations.map((c) => `[${c.number}] ${c.formatted}${c.doi ? ` https://doi.org/${c.doi}` : ""}`);
    const text = [answer.question, answer.markdown, works.join("\n"), answer.disclaimer].filter(Boolean).join("\n\n");
    const done = await put(text);
    button.textContent = done ? "Copied" : "Copying is not allowed here";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  async function put(text) {
    if (navigator.clipboard && window.isSecureContext) {
      try { await navigator.clipboard.writeText(text); return true; } catch { /* the older way below */ }
    }
    const box = make("textarea", { value: text, className: "away" });
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  const unfolded = [];
  addEventListener("beforeprint", () => all("#chat details:not([open])").forEach((part) => { part.open = true; unfolded.push(part); }));
  addEventListener("afterprint", () => unfolded.splice(0).forEach((part) => { part.open = false; }));

  // ---- meeting what the chat library draws ------------------------------------------------------------------------------

  async function meet(article) {
    met.add(article);
    article.setAttribute("aria-label", "Answer");
    all("a.cite", article).forEach((marker) => marker.setAttribute("aria-label", `Source ${marker.textContent.replace(/\D/g, "")}`));
    if (article === all("#chat article.answer").pop()) {
      showEvidence(article);
      article.closest(".message-row")?.previousElementSibling?.scrollIntoView({ block: "start" });
    }
    const answer = await answerOf(article).catch(() => null);
    if (!answer) return;
    remember(answer.conversation_id);
    const asks = one(".asks", article);
    const list = asks && one("ul", asks);
    if (list) list.replaceWith(buildForm(answer.missing_inputs, { id: `${article.id}-ask` }));
  }

  function name(selector, role, label) {
    const node = one(selector);
    if (!node || node.getAttribute("role") === role) return;
    node.setAttribute("role", role);
    if (label) node.setAttribute("aria-label", label);
  }

  function tidy() {
    all("#chat [data-testid='bot'][aria-label], #chat [data-testid='user'][aria-label]").forEach((node) => node.removeAttribute("aria-label"));
    name("#masthead", "banner");
    name("#evidence", "complementary", "Evidence");
    const carrier = one("#carrier");
    if (carrier && !carrier.ariaHidden) {
      carrier.ariaHidden = "true";
      one("textarea", carrier).tabIndex = -1;
    }
    const title = one("#evidence-title h2");
    if (title && !one(".close", title.parentNode)) title.after(make("button", { className: "close", textContent: "Close" }));
    const fresh = all("#chat article.answer").filter((article) => !met.has(article));
    fresh.forEach(meet);
    document.body.classList.toggle("talking", Boolean(one("#chat .message-row")));
    if (!one("#chat article.answer")) emptyEvidence();
    if (carrier && !reopened) {
      reopened = true;
      if (conversationInAddress()) carry({ conversation: conversationInAddress() });
    }
  }

  let due = false;
  new MutationObserver(() => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; tidy(); });
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });

  // ---- what was understood, corrected where it stands ------------------------------------------------------------------

  function correct(chip) {
    const name = [...chip.classList].find((one) => one.startsWith("fact-"))?.slice(5);
    if (!name || one("#chat .stage")) return;
    const label = name.replaceAll("_", " ");
    const note = one("small", chip)?.textContent ?? "";
    const said = chip.textContent.replace(note, "").trim();
    const box = make("input", { value: said.startsWith(label) ? said.slice(label.length).trim() : said, ariaLabel: `${label}, corrected`, size: 12, maxLength: 60 });
    const form = make("form", { className: "chip correcting" }, make("span", { textContent: `${label} ` }), box);
    let done = false;
    const leave = () => { if (!done) { done = true; form.replaceWith(chip); } };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = box.value.trim();
      if (!text || done) { leave(); return; }
      leave();
      carry({ question: `${label.charAt(0).toUpperCase()}${label.slice(1)} ${text}`, inputs: { [name]: text } });
    });
    box.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); leave(); chip.focus(); } });
    box.addEventListener("blur", leave);
    chip.replaceWith(form);
    box.focus();
    box.select();
  }

  const acts = {
    ".chip.correct": correct,
    "a.cite": (node) => node.closest("#chat") && openEvidence(node),
    ".ask-on": (node) => carry({ question: node.textContent.trim() }),
    ".change": change,
    ".copy": copy,
    ".print": () => print(),
    "#evidence .close": closeEvidence,
  };
  document.addEventListener("click", (event) => {
    if (event.target.closest("#new-patient")) { remember(null); closeEvidence(); return; }
    for (const [selector, act] of Object.entries(acts)) {
      const node = event.target.closest(selector);
      if (node) { event.preventDefault(); void act(node); return; }
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") closeEvidence(); });
  addEventListener("hashchange", () => { if (conversationInAddress()) carry({ conversation: conversationInAddress() }); });
})();
