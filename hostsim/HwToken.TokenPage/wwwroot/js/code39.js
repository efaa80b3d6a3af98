// Code 39 (ISO/IEC 16388): nine elements a character, three of them wide, bars and spaces in turn, a narrow space between.
const patterns = {
  "0": "nnnwwnwnn", "1": "wnnwnnnnw", "2": "nnwwnnnnw", "3": "wnwwnnnnn", "4": "nnnwwnnnw",
  "5": "wnnwwnnnn", "6": "nnwwwnnnn", "7": "nnnwnnwnw", "8": "wnnwnnwnn", "9": "nnwwnnwnn",
  "A": "wnnnnwnnw", "B": "nnwnnwnnw", "C": "wnwnnwnnn", "D": "nnnnwwnnw", "E": "wnnnwwnnn",
  "F": "nnwnwwnnn", "G": "nnnnnwwnw", "H": "wnnnnwwnn", "I": "nnwnnwwnn", "J": "nnnnwwwnn",
  "K": "wnnnnnnww", "L": "nnwnnnnww", "M": "wnwnnnnwn", "N": "nnnnwnnww", "O": "wnnnwnnwn",
  "P": "nnwnwnnwn", "Q": "nnnnnnwww", "R": "wnnnnnwwn", "S": "nnwnnnwwn", "T": "nnnnwnwwn",
  "U": "wwnnnnnnw", "V": "nwwnnnnnw", "W": "wwwnnnnnn", "X": "nwnnwnnnw", "Y": "wwnnwnnnn",
  "Z": "nwwnwnnnn", "*": "nwnnwnwnn",
};
const wide = 3;

export function drawCode39(canvas, text) {
  const widths = [...`*${text}*`].flatMap((c) => [...patterns[c], "n"]).map((w) => (w === "w" ? wide : 1));
  canvas.width = widths.reduce((sum, w) => sum + w, 0);
  canvas.height = 1;
  const context = canvas.getContext("2d");
  context.fillStyle = "#1c232b";
  let x = 0;
  widths.forEach((w, i) => {
    if (i % 10 % 2 === 0) {
      context.fillRect(x, 0, w, 1);
    }
    x += w;
  });
}
