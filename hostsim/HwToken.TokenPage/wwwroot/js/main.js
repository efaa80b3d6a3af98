// Brings the parts together: one chosen token, its messages to everybody.
import { startProblems } from "./api.js";
import { setButtonToken, startButton } from "./button.js";
import { setClock } from "./clock.js";
import { showCredential, startCredential } from "./credential.js";
import { showDevice, startDevice } from "./device.js";
import { showFaults, startFaults } from "./faults.js";
import { onLanguage, startLanguage } from "./i18n.js";
import { showLog, startLog } from "./log.js";
import { showScreen } from "./oled.js";
import { showRack, startRack } from "./rack.js";
import { showReadout, startReadout } from "./readout.js";
import { showStatus, tickStatus } from "./status.js";
import { listen } from "./stream.js";
import { showTime, startTime, tickClock } from "./timebox.js";

const tickMs = 200;
let last = null;

function render() {
  for (const part of [showScreen, showReadout, showDevice, showStatus, showTime, showCredential, showFaults]) {
    part(last);
  }
}

function show(state) {
  last = state;
  setButtonToken(state.id);
  setClock(state);
  render();

  // Nothing can be pressed before it is known what it would press.
  document.getElementById("page").hidden = false;
}

startProblems();
startButton();
startDevice();
startReadout();
startTime();
startCredential();
startFaults();
startLog();
onLanguage(() => last && render());
startLanguage();
setInterval(() => { if (last) { tickClock(); tickStatus(); } }, tickMs);
await startRack((id) => listen(id, { state: show, log: showLog, rack: showRack }));
