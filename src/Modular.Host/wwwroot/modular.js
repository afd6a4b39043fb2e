// Two things that need a script: hiding the page, and not losing it when a session ends. Everything else works without.
(() => {
  const twice = 600;
  const idle = 15 * 60_000;
  const keepAlive = 5 * 60_000;
  const account = document.body.dataset.account;
  const title = document.title;

  let lastEscape = -Infinity;
  let lastActive = Date.now();
  let lastAsked = Date.now();
  let cover = null;
  let before = null;

  const element = (name, properties, ...content) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
  };

  // What stands behind the cover is neither seen, nor focused, nor read aloud.
  const hide = (...said) => {
    before ??= document.activeElement;
    cover?.remove();
    const back = element("button", { type: "button", className: "button-secondary", onclick: show }, "Afficher la page");
    cover = element("div", { className: "cover" }, element("div", {}, ...said, back));
    cover.setAttribute("role", "dialog");
    cover.setAttribute("aria-label", "Page masquée");
    for (const part of document.body.children) part.inert = true;
    document.body.append(cover);
    document.title = "Modular";
    back.focus();
  };

  const uncover = () => {
    cover.remove();
    cover = null;
    for (const part of document.body.children) part.inert = false;
    document.title = title;
    before?.focus?.();
    before = null;
    lastActive = Date.now();
  };

  // The account whose session is open: "" when there is none, null when nobody answered.
  const signedIn = async () => {
    lastAsked = Date.now();
    try {
      const answer = await fetch("/session", { redirect: "manual" });
      return answer.ok ? await answer.text() : "";
    } catch {
      return null;
    }
  };

  const show = async () => {
    const rested = Date.now() - lastActive > idle;
    const whose = account ? await signedIn() : null;
    if (!account || whose === account || (whose === null && !rested)) uncover();
    else if (whose === null) hide(element("p", {}, "L’application ne répond pas. Attendez un instant, puis réessayez."));
    else if (whose === "") hide(element("p", {},
      "La session est fermée. ",
      element("a", { href: "/connexion", target: "_blank" }, "Reconnectez-vous dans un nouvel onglet"),
      ", puis revenez ici\u202f: ce que vous aviez écrit y est encore."));
    else location.assign("/");
  };

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.repeat) return;
    const now = performance.now();
    const second = now - lastEscape < twice;
    lastEscape = second ? -Infinity : now;
    if (second) cover ? show() : hide();
  });

  for (const button of document.querySelectorAll(".hide-page")) {
    button.hidden = false;
    button.addEventListener("click", () => hide());
  }

  if (account) {
    for (const act of ["keydown", "pointerdown", "pointermove", "scroll", "input"])
      addEventListener(act, () => { if (!cover) lastActive = Date.now(); }, { passive: true, capture: true });

    // Somebody who types is there, even if nothing was sent; a sleeping computer wakes up hidden.
    const look = () => {
      const rested = Date.now() - lastActive;
      if (rested > idle && !cover) hide(element("p", {}, "Page masquée après quinze minutes sans activité."));
      else if (rested < keepAlive && Date.now() - lastAsked > keepAlive) signedIn();
    };
    setInterval(look, 15_000);
    document.addEventListener("visibilitychange", look);
  }

  // What went wrong is read first.
  document.querySelector(".error-summary")?.focus();
})();
