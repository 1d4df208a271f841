// Forms: what is typed or pressed inside an element with data-form goes to the Store of that name, as
// {key, action, values, at}. `data-key` says what it is about; a button names its action in data-say, a field that
// is to be kept at once stands inside data-keep, which names it too.
(() => {
  const PAUSE = 800; // milliseconds in which a second press of the same button is a slip of the finger
  const PATIENCE = 8000; // and after which an answer is not waited for any more
  let pressed = { button: null, at: 0 };

  let turn = Promise.resolve(); // each word waits for the answer to the one before, and says what stands there then

  function say(form, action) {
    turn = turn.then(() => (form.isConnected ? spoken(form, action) : null));
  }

  function spoken(form, action) {
    const values = {};
    for (const field of form.querySelectorAll("input[name], select[name], textarea[name]")) {
      values[field.name] = field.type === "checkbox" ? (field.checked ? "yes" : "") : field.value;
    }
    const data = { key: form.dataset.key || "", action, values, at: Date.now() };
    window.dash_clientside.set_props(form.dataset.form, { data });
    return answered(form.dataset.form, String(data.at));
  }

  // The server notes in an element beside the Store which word it has answered; where there is none nobody waits.
  async function answered(store, at) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const note = document.getElementById(`${store}-answered`);
      if (!note || note.textContent === at || Date.now() > end) return;
      await new Promise((go) => { setTimeout(go, 20); });
    }
  }

  function type(field, value) {
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
    setter.call(field, value); // past React, which would take it for no change
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // One pack more or less; a number between two packs goes to the next of them.
  function step(stepper, direction) {
    const field = stepper.querySelector("input");
    const pack = Number(stepper.dataset.step) || 1;
    const from = field.value || field.placeholder; // what stands there in grey is what one begins from
    const packs = (Number(from.replace(",", ".")) || 0) / pack;
    const next = direction > 0 ? Math.floor(packs + 1e-9) + 1 : Math.ceil(packs - 1e-9) - 1;
    const units = String(Math.max(0, Math.round(next * pack * 1000) / 1000));
    type(field, units.replace(/(\.\d{3})$/, "$10")); // 1.125 is 1125 in German, 1.1250 is not
  }

  document.addEventListener("click", (event) => {
    const stepping = event.target.closest("[data-steps]");
    if (stepping) step(stepping.closest("[data-step]"), Number(stepping.dataset.steps));
    const button = event.target.closest("[data-say]");
    const form = button && button.closest("[data-form]");
    if (!form || (pressed.button === button && event.timeStamp - pressed.at < PAUSE)) return;
    pressed = { button, at: event.timeStamp };
    say(form, button.dataset.say);
  });

  document.addEventListener("keydown", (event) => {
    const form = event.target.closest("[data-form]");
    if (event.key === "Enter" && form && form.dataset.enter && event.target.matches("input")) say(form, form.dataset.enter);
    const stepper = event.target.matches("input") && event.target.closest("[data-step]");
    if (!stepper || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    step(stepper, event.key === "ArrowUp" ? 1 : -1);
  });

  document.addEventListener("change", (event) => {
    const kept = event.target.closest("[data-keep]");
    const form = kept && kept.closest("[data-form]");
    if (form) say(form, kept.dataset.keep);
  });

  // A text to paste into a message: fetched when it is wanted, and told in the button itself.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = await (await fetch(button.dataset.copy)).text();
    const label = button.textContent;
    button.textContent = (await copied(text)) ? button.dataset.copied : button.dataset.failed;
    setTimeout(() => { button.textContent = label; }, 2500);
  });

  async function copied(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { // not over plain http from another device, nor where the owner forbids it
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }
})();
