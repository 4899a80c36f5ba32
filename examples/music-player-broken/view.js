"use strict";
/** Binds the page to the player. */
(() => {
  const byId = (id) => document.getElementById(id);
  const synth = new Synth();
  const player = new Player(synth);
  const sleeve = new Sleeve(byId("sleeve"));
  const shelf = new Shelf(player, new Playlists());

  /** A page opened from disk may not read tracks.json; then this tune still plays. */
  const BUILT_IN = {
    id: "first-light",
    title: "First Light",
    mood: "The built-in tune",
    hue: 150,
    tempo: 96,
    beats_per_bar: 4,
    wave: "triangle",
    repeats: 4,
    chords: ["C", "G", "Am", "F"],
    melody: "E5:2 G5:2 D5:2 G5:2 C5:2 E5:2 A5:3 -:1",
  };

  async function loadTracks() {
    try {
      const answer = await fetch("tracks.json");
      if (!answer.ok) throw new Error(`tracks.json answered ${answer.status}`);
      return (await answer.json()).tracks;
    } catch {
      byId("notice").textContent =
        "The track list could not be read here, so only the built-in tune plays. Opened through the stick, all tracks appear.";
      byId("notice").hidden = false;
      return [BUILT_IN];
    }
  }

  function show() {
    const track = player.track;
    if (!track) return;
    document.documentElement.style.setProperty("--hue", track.hue);
    document.body.classList.toggle("playing", player.playing);
    byId("title").textContent = track.title;
    byId("mood").textContent = track.mood;
    byId("length").textContent = Rows.clock(player.length);
    byId("position").max = Math.floor(player.length);
    byId("play").setAttribute("aria-label", player.playing ? "Pause" : "Play");
    for (const button of document.querySelectorAll(".track")) {
      if (button.dataset.id === track.id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  function frame() {
    const position = Math.min(player.position, player.length);
    byId("position").value = Math.floor(position);
    byId("position").setAttribute("aria-valuetext", Rows.clock(position));
    byId("elapsed").textContent = Rows.clock(position);
    sleeve.draw(synth, player.track.hue, performance.now() / 1000);
    requestAnimationFrame(frame);
  }

  const KEYS = {
    " ": () => player.toggle(),
    ArrowRight: () => player.seek(player.position + 5),
    ArrowLeft: () => player.seek(player.position - 5),
    n: () => player.skip(1),
    p: () => player.skip(-1),
  };

  document.addEventListener("keydown", (event) => {
    const action = KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input")) return;
    if (event.key === " " && event.target.closest("button")) return;
    event.preventDefault();
    action();
  });
  byId("play").addEventListener("click", () => player.toggle());
  byId("next").addEventListener("click", () => player.skip(1));
  byId("previous").addEventListener("click", () => player.skip(-1));
  byId("position").addEventListener("input", (event) => player.seek(Number(event.target.value)));
  byId("volume").addEventListener("input", (event) => {
    synth.volume = Number(event.target.value) / 100;
  });
  player.addEventListener("change", show);

  loadTracks().then((tracks) => {
    shelf.open(tracks);
    requestAnimationFrame(frame);
  });
})();
