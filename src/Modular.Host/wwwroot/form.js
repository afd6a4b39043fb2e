// Makes generated forms quicker. Without it everything works by buttons: the server says what is shown, here as there.
(() => {
  const form = document.querySelector("form.generated");
  if (!form) return;
  // From here on something new has an address of its own: going back to it after it was saved leads to what was saved.
  if (form.action.includes("fiche=") && !location.search.includes("fiche=")) history.replaceState(null, "", form.action);
  const summary = document.querySelector(".error-summary");
  summary?.focus();

  let asking = null;
  let before = null;

  const show = state => {
    const hidden = new Set(state.hidden);
    for (const section of form.querySelectorAll("[data-section]")) section.hidden = hidden.has("#" + section.dataset.section);
    for (const field of form.querySelectorAll("[data-field]")) field.hidden = hidden.has(field.dataset.field);
    for (const computed of form.querySelectorAll("[data-computed]")) {
      const text = state.computed[computed.dataset.computed];
      computed.hidden = !text || hidden.has(computed.dataset.computed);
      const value = computed.querySelector("strong");
      if (value) value.textContent = text ?? "";
    }
  };

  const body = action => {
    const data = new FormData(form);
    data.set("_action", action);
    return new URLSearchParams(data);
  };

  const refresh = async () => {
    const sent = body("refresh");
    if (sent.toString() === before) return;
    before = sent.toString();
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent, headers: { Accept: "application/json" }, signal: asking.signal });
      if (answer.ok && answer.headers.get("content-type")?.startsWith("application/json")) show(await answer.json());
    } catch (failure) {
      // The next change asks again; saving says by itself when the server is out of reach.
      if (failure.name !== "AbortError") before = null;
    }
  };

  form.addEventListener("change", refresh);

  // A special answer and a value exclude each other.
  form.addEventListener("change", event => {
    const { name, type, checked } = event.target;
    if (!name) return;
    if (name.endsWith("~") && checked) {
      for (const other of form.elements[name].length ? form.elements[name] : [form.elements[name]]) if (other !== event.target) other.checked = false;
      const value = form.elements[name.slice(0, -1)];
      if (value && "value" in value) value.value = "";
    } else if (type === "checkbox" && checked) {
      const boxes = form.querySelectorAll(`input[type=checkbox][name="${CSS.escape(name)}"]`);
      const special = event.target.value.startsWith("~");
      for (const box of boxes) if (box !== event.target && (special || box.value.startsWith("~"))) box.checked = false;
    } else if (form.elements[name + "~"]) {
      for (const box of form.querySelectorAll(`input[name="${CSS.escape(name)}~"]`)) box.checked = false;
    }
  }, true);

  // What is typed goes to the server as a draft, a few seconds later. Nothing of it stays in the browser.
  const wait = 3_000;
  const again = 5_000;
  const patience = 20_000;
  const idle = 15 * 60_000;
  const [state, since] = form.querySelectorAll(".draft-state > span");
  let kept = body("draft").toString();
  let saving = null;
  let timer = null;
  let lastTyped = 0;
  let isFailing = false;
  let isUnreachable = false;
  let isLeaving = false;

  // The hour stands outside of what is read aloud: only a change between kept and not kept is told.
  const tell = (words, hour) => {
    isFailing = !hour;
    state.parentElement.classList.toggle("draft-failed", isFailing);
    if (state.textContent !== words) state.textContent = words;
    since.textContent = hour ?? "";
  };

  const signInAgain = () => Object.assign(document.createElement("a"), { href: "/connexion", target: "_blank", textContent: "Reconnectez-vous dans un nouvel onglet" });

  const read = async (answer, sent) => {
    isUnreachable = false;
    const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
    if (isOurs) {
      const { kept: hour, refused } = await answer.json();
      // Refused is refused until something else is typed.
      kept = sent;
      tell(refused ?? "Brouillon enregistré", refused ? null : hour);
    } else if (answer.status === 403) {
      tell("Le brouillon n’est pas enregistré\u202f: ce compte n’a plus accès à cette fiche. Ce que vous tapez reste sur cette page.");
    } else if (answer.status === 413) {
      kept = sent;
      tell("Le brouillon n’est pas enregistré\u202f: cette page est trop longue. Ce que vous tapez y reste.");
    } else if (answer.status < 500) {
      tell("Le brouillon n’est plus enregistré\u202f: votre session s’est fermée. Ce que vous tapez reste sur cette page. ");
      since.replaceChildren(signInAgain(), ", avec le même compte, puis continuez ici.");
    } else {
      throw new Error("The server answered " + answer.status);
    }
  };

  const send = async (sent, isLast) => {
    try {
      // A browser lets a page leave with 64 KB at most still to send.
      const keepalive = isLast && sent.length < 60_000;
      const signal = isLast ? undefined : AbortSignal.timeout(patience);
      await read(await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), headers: { Accept: "application/json" }, redirect: "manual", keepalive, signal }), sent);
    } catch {
      isUnreachable = true;
      tell("Le brouillon n’est pas enregistré\u202f: l’application ne répond pas. Ce que vous tapez reste sur cette page\u202f; un nouvel essai suit dans quelques secondes.");
    }
  };

  const keep = async isLast => {
    clearTimeout(timer);
    timer = null;
    const sent = body("draft").toString();
    if (isLeaving || sent === kept || (saving && !isLast)) return;
    const mine = saving = send(sent, isLast);
    await mine;
    if (saving === mine) saving = null;
    // Somebody who has left the page keeps no session open by it.
    if (body("draft").toString() !== kept && Date.now() - lastTyped < idle) timer ??= setTimeout(keep, isFailing ? again : wait);
  };

  const typed = () => {
    lastTyped = Date.now();
    timer ??= setTimeout(keep, wait);
  };
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  addEventListener("online", () => { if (isFailing) keep(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(true); });
  addEventListener("pagehide", () => keep(true));

  // A second click on the button while the first is on its way saves once. A draft that is on its way arrives first, or it would come back after the save;
  // and where nobody answers the page stays, with what was typed.
  form.addEventListener("submit", async event => {
    const { submitter } = event;
    const isSave = !submitter?.formNoValidate;
    if (isSave && form.dataset.sent) return event.preventDefault();
    if (isSave) form.dataset.sent = "yes";
    if (!saving && !isUnreachable) {
      isLeaving = true;
      return;
    }

    event.preventDefault();
    await saving;
    if (isUnreachable) {
      kept = "";
      await keep();
    }

    delete form.dataset.sent;
    if (!isUnreachable) form.requestSubmit(submitter);
  });
  addEventListener("pageshow", () => {
    delete form.dataset.sent;
    isLeaving = false;
  });
})();
