// Saves the page as it is filled in. Without this script Continue saves it all the same; nothing here may stand in its way.
(() => {
  const form = document.getElementById("answers");
  const summary = document.querySelector(".summary");
  if (summary && !location.hash) summary.focus();
  for (const area of document.querySelectorAll("textarea")) {
    const left = area.nextElementSibling;
    const count = () => {
      const rest = area.maxLength - area.value.length;
      left.hidden = rest > 100;
      left.textContent = left.dataset.text.replace("{left}", rest);
    };
    area.addEventListener("input", count);
    count();
  }
  const status = document.getElementById("status");
  if (!form || !status) return;
  const version = form.elements.version;
  const key = location.pathname + " " + form.elements.page.value;
  const say = (what) => { status.textContent = status.dataset[what]; };
  let timer, sent, failed, told, over;

  const body = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("go", "save");
    return fields.toString();
  };
  const marks = (text) => text.replace(/&?version=\d+/, "");
  const keep = (text) => { try { text ? sessionStorage.setItem(key, text) : sessionStorage.removeItem(key); } catch { /* full or forbidden */ } };

  const save = async () => {
    clearTimeout(timer);
    const text = body();
    if (over || marks(text) === sent) return;
    // counted before the answer comes: what is sent later is newer, whatever arrives first
    version.value = +version.value + 1;
    sent = marks(text);
    let code = 0;
    try {
      code = (await fetch("?", { method: "POST", body: text, keepalive: text.length < 6e4, redirect: "error",
        headers: { "Content-Type": "application/x-www-form-urlencoded" } })).status;
    } catch { /* offline */ }
    if (code === 204) {
      keep("");
      if (failed) say("recovered");
      else if (!told) say("first");
      failed = false;
      told = true;
    } else if (code === 409 || code === 404) {
      over = true;
      keep("");
      say(code === 409 ? "elsewhere" : "ended");
      // so that Continue meets the other window's page
      version.value = 0;
    } else if (code !== 422) {
      failed = true;
      sent = "";
      keep(text);
      say("failed");
    }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(save, 400); };

  let kept = null;
  try { kept = sessionStorage.getItem(key); } catch { /* forbidden */ }
  sent = marks(body());
  if (kept && !form.closest("main").querySelector(".summary")) {
    const fields = new URLSearchParams(kept);
    for (const field of form.elements) {
      if (field.type === "hidden" || !field.name || field.name === "go") continue;
      const values = fields.getAll(field.name);
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    soon();
  }
  form.addEventListener("change", soon);
  form.addEventListener("input", (event) => { if (event.target.matches("textarea,.w input")) { clearTimeout(timer); timer = setTimeout(save, 2000); } });
  form.addEventListener("submit", () => { clearTimeout(timer); keep(""); });
  addEventListener("online", () => { if (failed) save(); });
  addEventListener("visibilitychange", () => { if (document.hidden) save(); });
})();
