// The display as a picture file: each pixel of the panel four by four, so that it can be read where it is pasted.
import { download, fileName } from "./download.js";

const scale = 4;

export function startPicture(current) {
  document.getElementById("picture").addEventListener("click", () => {
    const oled = document.getElementById("oled");
    const large = document.createElement("canvas");
    large.width = oled.width * scale;
    large.height = oled.height * scale;
    const context = large.getContext("2d");
    context.imageSmoothingEnabled = false;
    context.drawImage(oled, 0, 0, large.width, large.height);
    large.toBlob((blob) => download(fileName(current(), "display.png"), blob), "image/png");
  });
}
