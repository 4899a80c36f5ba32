"use strict";
/** The moving record sleeve: layered waves in the track's colour that follow the sound. */
class Sleeve {
  #canvas;
  #paint;
  #bytes = new Uint8Array(64);
  #still = matchMedia("(prefers-reduced-motion: reduce)");

  constructor(canvas) {
    this.#canvas = canvas;
    this.#paint = canvas.getContext("2d");
  }

  /** Draws one frame; with reduced motion the picture depends on the track alone. */
  draw(synth, hue, seconds) {
    const { width, height } = this.#canvas;
    const time = this.#still.matches ? 0 : seconds;
    if (this.#still.matches) this.#bytes.fill(0);
    else synth.spectrum(this.#bytes);
    this.#sky(width, height, hue);
    for (let layer = 0; layer < 6; layer += 1) this.#wave(layer, time, hue, width, height);
  }

  #sky(width, height, hue) {
    const sky = this.#paint.createLinearGradient(0, 0, width * 0.3, height);
    sky.addColorStop(0, `hsl(${hue} 46% 88%)`);
    sky.addColorStop(1, `hsl(${(hue + 24) % 360} 52% 72%)`);
    this.#paint.fillStyle = sky;
    this.#paint.fillRect(0, 0, width, height);
    this.#paint.fillStyle = `hsl(${(hue + 40) % 360} 70% 94%)`;
    this.#paint.beginPath();
    this.#paint.arc(width * 0.68, height * 0.3, width * (0.13 + this.#level(1) * 0.04), 0, Math.PI * 2);
    this.#paint.fill();
  }

  #wave(layer, time, hue, width, height) {
    const base = height * (0.42 + layer * 0.1);
    const swell = 18 + layer * 4 + this.#level(layer * 4 + 2) * 70;
    this.#paint.fillStyle = `hsl(${(hue + layer * 5) % 360} ${40 + layer * 2}% ${62 - layer * 9}%)`;
    this.#paint.beginPath();
    this.#paint.moveTo(0, height);
    for (let x = 0; x <= width; x += 8) {
      const slow = Math.sin((x / width) * (3.2 + layer * 0.4) + layer * 1.7 + time * (0.3 + layer * 0.07));
      const fast = Math.sin((x / width) * 9 + layer * 2.3 - time * 0.5) * 0.25;
      this.#paint.lineTo(x, base + (slow + fast) * swell);
    }
    this.#paint.lineTo(width, height);
    this.#paint.fill();
  }

  #level(band) {
    return this.#bytes[band] / 255;
  }
}
