"use strict";
/** The right-hand side: all tracks, or one playlist with its order. */
class Shelf {
  #player;
  #playlists;
  #tracks = [];
  #chosen = null;
  #byId = (id) => document.getElementById(id);

  constructor(player, playlists) {
    this.#player = player;
    this.#playlists = playlists;
    playlists.addEventListener("change", () => this.show());
    this.#byId("new-playlist").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#create();
    });
    this.#byId("delete-playlist").addEventListener("click", () => {
      const id = this.#chosen;
      this.#chosen = null;
      this.#playlists.remove(id);
      this.#byId("playlist-name").focus();
    });
  }

  open(tracks) {
    this.#tracks = tracks;
    this.show();
  }

  show() {
    const list = this.#playlists.find(this.#chosen);
    const queue = list ? list.tracks.flatMap((id) => this.#tracks.filter((track) => track.id === id)) : this.#tracks;
    this.#showChoices();
    this.#byId("shelf-title").textContent = list ? list.name : "Tracks";
    this.#byId("delete-playlist").hidden = !list;
    this.#byId("empty").hidden = !list || queue.length > 0;
    this.#byId("tracks").replaceChildren(
      ...queue.map((track, place) => (list ? this.#orderedRow(list, track, place) : this.#plainRow(track))),
    );
    this.#showAddable(list);
    this.#player.load(queue.length > 0 ? queue : this.#tracks);
    this.#player.dispatchEvent(new Event("change"));
  }

  #create() {
    const field = this.#byId("playlist-name");
    const name = field.value.trim();
    if (!name) return;
    field.value = "";
    this.#chosen = this.#playlists.create(name).id;
    this.show();
    this.#say(`Playlist ${name} made. Add tracks to it below.`);
  }

  #showChoices() {
    const choices = [{ id: null, name: "All tracks" }, ...this.#playlists.all];
    this.#byId("playlists").replaceChildren(
      ...choices.map((choice) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "chip";
        button.textContent = choice.name;
        button.setAttribute("aria-pressed", String(choice.id === this.#chosen));
        button.addEventListener("click", () => {
          this.#chosen = choice.id;
          this.show();
        });
        return button;
      }),
    );
  }

  #showAddable(list) {
    const absent = list ? this.#tracks.filter((track) => !list.tracks.includes(track.id)) : [];
    this.#byId("addable").hidden = absent.length === 0;
    this.#byId("addable-tracks").replaceChildren(
      ...absent.map((track) => {
        const add = () => {
          this.#playlists.add(list.id, track.id);
          this.#say(`${track.title} added to ${list.name}.`);
        };
        return Rows.row(this.#trackButton(track), Rows.iconButton("add", `Add ${track.title}`, add));
      }),
    );
  }

  #plainRow(track) {
    return Rows.row(this.#trackButton(track));
  }

  #orderedRow(list, track, place) {
    const move = (to) => {
      this.#playlists.move(list.id, track.id, to);
      this.#say(`${track.title} is now number ${to + 1}.`);
      this.#byId("tracks").querySelectorAll("li")[to].querySelector(".small:not(:disabled)").focus();
    };
    const up = Rows.iconButton("up", `Move ${track.title} up`, () => move(place - 1));
    const down = Rows.iconButton("down", `Move ${track.title} down`, () => move(place + 1));
    up.disabled = place === 0;
    down.disabled = place === list.tracks.length - 1;
    const remove = Rows.iconButton("remove", `Remove ${track.title}`, () => {
      this.#playlists.drop(list.id, track.id);
      this.#say(`${track.title} removed from ${list.name}.`);
    });
    const row = Rows.row(this.#trackButton(track), up, down, remove);
    this.#makeDraggable(row, list, track, place);
    return row;
  }

  #makeDraggable(row, list, track, place) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", track.id));
    row.addEventListener("dragover", (event) => event.preventDefault());
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#playlists.move(list.id, event.dataTransfer.getData("text/plain"), place);
    });
  }

  #trackButton(track) {
    return Rows.track(track, (id) => this.#player.open(id));
  }

  #say(text) {
    this.#byId("spoken").textContent = text;
  }
}
