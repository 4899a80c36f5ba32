"use strict";
/** Builds the rows and buttons of the shelf. Text is always set as text. */
const Rows = (() => {
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  const ICONS = {
    up: "M12 5l7 8h-5v6h-4v-6H5z",
    down: "M12 19l-7-8h5V5h4v6h5z",
    remove: "M6 11h12v2H6z",
    add: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z",
  };

  function iconButton(icon, label, action) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.setAttribute("aria-label", label);
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", ICONS[icon]);
    svg.append(path);
    button.append(svg);
    button.addEventListener("click", action);
    return button;
  }

  function track(track, open) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "track";
    button.dataset.id = track.id;
    button.style.setProperty("--hue", track.hue);
    for (const [name, text] of [
      ["swatch", ""],
      ["name", track.title],
      ["about", track.mood],
      ["duration", clock(Score.write(track).seconds)],
    ]) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      button.append(part);
    }
    button.addEventListener("click", () => open(track.id));
    return button;
  }

  /** One list item: the track and, to its right, whatever can be done with it. */
  function row(child, ...buttons) {
    const item = document.createElement("li");
    item.className = "row";
    item.append(child, ...buttons);
    return item;
  }

  return { clock, iconButton, track, row };
})();
