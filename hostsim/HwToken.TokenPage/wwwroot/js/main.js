// Brings the parts together: one chosen token, its messages to everybody.
import { startProblems } from "./api.js";
import { showApi, startApi } from "./apipanel.js";
import { startArchive } from "./archive.js";
import { setButtonToken, startButton } from "./button.js";
import { setClock } from "./clock.js";
import { showCredential, startCredential } from "./credential.js";
import { showDevice, startDevice } from "./device.js";
import { showFaults, startFaults } from "./faults.js";
import { onLanguage, startLanguage } from "./i18n.js";
import { showLog, startLog } from "./log.js";
import { showName, startNames } from "./names.js";
import { showScreen } from "./oled.js";
import { startPicture } from "./picture.js";
import { showRack, startRack } from "./rack.js";
import { showReadout, startReadout } from "./readout.js";
import { showSoftware, startSoftware, tickSoftware } from "./software.js";
import { showStatus, tickStatus } from "./status.js";
import { listen } from "./stream.js";
import { showTime, startTime, tickClock } from "./timebox.js";
import { showTrueTime, startTrueTime } from "./truetime.js";

const tickMs = 200;
let last = null;

function render() {
  for (const part of [showScreen, showReadout, showDevice, showName, showStatus, showTime, showTrueTime, showCredential, showFaults, showSoftware, showApi]) {
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
startNames();
startSoftware();
startPicture(() => last);
startTime();
startTrueTime();
startCredential();
startFaults();
startLog(() => last);
startApi();
startArchive();
onLanguage(() => last && render());
startLanguage();
setInterval(() => { if (last) { tickClock(); tickStatus(); tickSoftware(); } }, tickMs);
await startRack((id) => listen(id, { state: show, log: showLog, rack: showRack }));
