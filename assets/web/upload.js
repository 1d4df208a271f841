// The drop zone: sends a file straight to disk on the server (no base64, no copy in memory) and shows how far it is.
(() => {
  const zone = () => document.getElementById("drop-zone");
  const say = (text) => { const line = document.getElementById("drop-status"); if (line) line.textContent = text; };
  const megabytes = (bytes) => {
    const digits = { maximumFractionDigits: bytes < 10485760 ? 1 : 0 };
    return (bytes / 1048576).toLocaleString(document.documentElement.lang, digits);
  };
  // The sentences come with the page, in its language.
  const told = (name, values) => Object.entries(values).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, () => value), JSON.parse(zone().dataset.texts)[name]);

  function send(file) {
    const limit = Number(zone().dataset.limitBytes);
    if (file.size > limit) {
      say(told("too_large", { file: file.name, size: megabytes(file.size), limit: megabytes(limit) }));
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", "/upload");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    const [copying, silent, reading] = ["copying", "silent", "reading"].map((name) => told(name, { file: file.name }));
    request.upload.onprogress = (event) => {
      say(copying.replace("{percent}", Math.round((100 * event.loaded) / event.total)));
    };
    request.onerror = () => say(silent);
    request.onload = () => {
      if (request.status !== 200) { say(request.responseText); return; }
      say(reading);
      window.dash_clientside.set_props("uploaded", { data: JSON.parse(request.responseText) });
    };
    request.send(file);
  }

  window.addEventListener("beforeunload", (event) => {
    const job = document.getElementById("import-job"); // an import ends with the page that asked for it
    if (job && !job.classList.contains("sw-hidden")) event.preventDefault();
  });

  const input = document.createElement("input"); // Dash has no file input of its own
  input.type = "file";
  input.id = "drop-input";
  input.hidden = true;
  document.body.append(input);
  input.addEventListener("change", () => {
    if (input.files.length) send(input.files[0]);
    input.value = "";
  });
  document.addEventListener("click", (event) => {
    if (zone() && zone().contains(event.target)) input.click();
  });
  for (const name of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(name, (event) => {
      const target = zone();
      if (!target) return;
      event.preventDefault(); // a file dropped beside the zone must not replace the page
      const inside = target.contains(event.target);
      target.classList.toggle("over", name === "dragover" && inside);
      if (name === "drop" && event.dataTransfer.files.length) send(event.dataTransfer.files[0]);
    });
  }
})();
