// Fetches the field anew every half minute while somebody looks. Without this script the link beside the time does it.
(() => {
  const EVERY = 30000;
  const field = document.getElementById("field");
  if (!field || !field.dataset.running) return;
  let last = Date.now();
  const refresh = async () => {
    last = Date.now();
    try {
      const response = await fetch(location.href, { redirect: "error", headers: { Accept: "text/html" } });
      if (!response.ok) return;
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").getElementById("field");
      // somebody who is on a link or a control within keeps it
      if (fresh && !field.contains(document.activeElement)) field.replaceChildren(...fresh.childNodes);
    } catch { /* offline, or signed out: the time shows how old the numbers are */ }
  };
  setInterval(() => { if (!document.hidden) refresh(); }, EVERY);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - last >= EVERY) refresh();
  });
})();
