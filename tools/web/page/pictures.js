// Every picture of the page can be saved as a file of its own: as it is drawn now, in the language that is shown.
//
// Form     SVG with its styles written into it and a white ground; PNG of twice the size on the screen.
class Pictures {
  static #styles = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "fill-opacity",
                    "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline", "letter-spacing"];

  constructor(buttons) {
    let number = 0;
    for (const svg of document.querySelectorAll("figure svg[role=img]")) {
      const row = buttons.content.firstElementChild.cloneNode(true);
      const name = `skranke-${++number}`;
      for (const button of row.querySelectorAll("button")) {
        button.setAttribute("aria-describedby", svg.getAttribute("aria-labelledby"));
        button.addEventListener("click", () => this.save(svg, name, button.dataset.kind));
      }
      (svg.closest(".layers") ?? svg).after(row);
    }
  }

  async save(svg, name, kind) {
    const { width, height } = svg.getBoundingClientRect();
    const file = new Blob([this.#standing(svg, width, height)], { type: "image/svg+xml" });
    this.#download(kind === "png" ? await this.#painted(file, width, height) : file, `${name}.${kind}`);
  }

  /** The picture by itself, without what the reader does not see. */
  #standing(svg, width, height) {
    const copy = svg.cloneNode(true);
    const pairs = [[svg, copy]];
    const gone = [];
    while (pairs.length > 0) {
      const [from, to] = pairs.pop();
      const style = getComputedStyle(from);
      if (style.display === "none" && from.localName !== "defs" && !from.closest("defs, metadata")) gone.push(to);
      if (from !== svg && !from.closest("defs, metadata")) to.setAttribute("style", Pictures.#styles.map((key) => `${key}:${style.getPropertyValue(key)}`).join(";"));
      [...from.children].forEach((child, i) => pairs.push([child, to.children[i]]));
    }
    for (const element of [...gone, ...copy.querySelectorAll(".hit")]) element.remove();
    for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.removeAttribute("aria-labelledby");
    const caption = svg.closest("figure").querySelector("figcaption");
    const title = document.createElementNS(copy.namespaceURI, "title");
    title.textContent = caption ? caption.innerText.trim() : document.title;
    const ground = document.createElementNS(copy.namespaceURI, "rect");
    const [x, y, across, down] = svg.getAttribute("viewBox").split(/[ ,]+/);
    for (const [key, value] of Object.entries({ x, y, width: across, height: down, fill: "#fff" })) ground.setAttribute(key, value);
    copy.prepend(title, ground);
    return new XMLSerializer().serializeToString(copy);
  }

  async #painted(file, width, height) {
    const url = URL.createObjectURL(file);
    try {
      const image = new Image(width, height);
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = 2 * width;
      canvas.height = 2 * height;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return await new Promise((done) => canvas.toBlob(done, "image/png"));
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  #download(file, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}
