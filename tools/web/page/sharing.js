// Each municipality's part of the page: opened by its address (#5014), printed alone, its address copied or shared.
//
// Form     the buttons are put into a part when it is opened first; those that the browser cannot obey are left out.
class Sharing {
  /** @param buttons  a template; null where the page has no part for each municipality */
  constructor(buttons) {
    if (!buttons) return;
    this.buttons = buttons.content;
    document.addEventListener("toggle", ({ target }) => this.#opened(target), true);
    addEventListener("hashchange", () => this.#openAddressed());
    addEventListener("afterprint", () => this.#printed());
    for (const part of document.querySelectorAll("details.place[open]")) this.#opened(part);
    this.#openAddressed();
  }

  /** Not every browser opens what an address inside of it names. */
  #openAddressed() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = named?.closest("details.place");
    if (!part || part.open) return;
    part.open = true;
    named.scrollIntoView();
  }

  #opened(part) {
    const line = part.matches("details.place[open]") ? part.querySelector(".share") : null;
    if (!line || line.querySelector("button")) return;
    line.append(this.buttons.cloneNode(true));
    const link = line.querySelector("a"), said = line.querySelector("[role=status]"), copied = line.querySelector("template");
    const acts = {
      print: globalThis.print && (() => this.#print(part)),
      copy: navigator.clipboard?.writeText && (() => this.#copy(link.href, said, copied)),
      share: navigator.canShare?.(this.#shared(part, link.href)) && (() => navigator.share(this.#shared(part, link.href)).catch(() => {})),
    };
    for (const button of line.querySelectorAll("button")) {
      const act = acts[button.dataset.act];
      if (act) button.addEventListener("click", act);
      else button.remove();
    }
  }

  #print(part) {
    this.#printed();
    this.title = document.title; // which browsers name a PDF after
    document.title = `${part.querySelector("h3").textContent} – ${document.title}`;
    document.body.classList.add("alone");
    part.classList.add("printed");
    print();
  }

  #printed() {
    if (!document.body.classList.contains("alone")) return;
    document.title = this.title;
    document.body.classList.remove("alone");
    document.querySelector(".printed").classList.remove("printed");
  }

  async #copy(address, said, copied) {
    try {
      await navigator.clipboard.writeText(address);
      said.replaceChildren(copied.content.cloneNode(true));
    } catch {
      said.textContent = address; // to be copied by hand
    }
  }

  /** What is said of the municipality; a file has no address that others could open. */
  #shared(part, address) {
    const [said] = part.querySelectorAll("h3 ~ p:not(.share)");
    const words = { title: part.querySelector("h3").textContent, text: said.innerText };
    return address.startsWith("file:") ? words : { ...words, url: address };
  }
}
