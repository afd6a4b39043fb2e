// Échap twice blanks the page, and brings it back. Without JavaScript the button that offers it stays hidden.
(() => {
  const twice = 600;
  let lastEscape = 0;
  let cover = null;
  let before = null;
  const title = document.title;

  const mask = () => {
    before = document.activeElement;
    cover = document.createElement("div");
    cover.className = "cover";
    cover.setAttribute("role", "dialog");
    cover.setAttribute("aria-label", "Page masquée");
    const show = document.createElement("button");
    show.type = "button";
    show.className = "button-secondary";
    show.textContent = "Afficher la page";
    show.addEventListener("click", unmask);
    cover.append(show);
    for (const part of document.body.children) part.inert = true;
    document.body.append(cover);
    document.title = "Modular";
    show.focus();
  };

  const unmask = () => {
    cover.remove();
    cover = null;
    for (const part of document.body.children) part.inert = false;
    document.title = title;
    before?.focus?.();
  };

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.repeat) return;
    const now = performance.now();
    if (now - lastEscape < twice) {
      lastEscape = 0;
      if (cover) unmask(); else mask();
    } else {
      lastEscape = now;
    }
  });

  for (const button of document.querySelectorAll(".hide-page")) {
    button.hidden = false;
    button.addEventListener("click", mask);
  }

  // What went wrong is read first.
  document.querySelector(".error-summary")?.focus();
})();
