// The drop zone: sends a file straight to disk on the server (no base64, no copy in memory) and shows how far it is.
(() => {
  const zone = () => document.getElementById("drop-zone");
  const say = (text) => { const line = document.getElementById("drop-status"); if (line) line.textContent = text; };
  const megabytes = (bytes) => (bytes / 1048576).toFixed(bytes < 10485760 ? 1 : 0) + " MB";

  function send(file) {
    const limit = Number(zone().dataset.limitBytes);
    if (file.size > limit) {
      say(`${file.name} has ${megabytes(file.size)}; at most ${megabytes(limit)} can be read. Export a shorter time span.`);
      return;
    }
    const request = new XMLHttpRequest();
    request.open("POST", "/upload");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) => say(`Copying ${file.name}: ${Math.round((100 * event.loaded) / event.total)} %`);
    request.onerror = () => say("The file could not be copied: the program does not answer. Is its window still open?");
    request.onload = () => {
      if (request.status !== 200) { say(request.responseText); return; }
      say(`Reading ${file.name} …`);
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
