// Makes generated forms quicker. Without it everything works by buttons: the server says what is shown, here as there.
(() => {
  const form = document.querySelector("form.generated");
  if (!form) return;
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

  // A second click on the button while the first is on its way saves once.
  form.addEventListener("submit", event => {
    if (form.dataset.sent && !event.submitter?.formNoValidate) event.preventDefault();
    if (!event.submitter?.formNoValidate) form.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => { delete form.dataset.sent; });
})();
