// The simulator itself: .NET in WebAssembly. Resolves to its functions Send, Watch and Look.
import { dotnet } from "../_framework/dotnet.js";
import { alone } from "./alone.js";
import { say, silent } from "./waiting.js";
import * as store from "./store.js";

async function begin() {
  say("loading");
  const [runtime] = await Promise.all([dotnet.create(), alone(() => say("inOtherTab"))]);
  runtime.setModuleImports("store", store);
  const { PageSimulator } = (await runtime.getAssemblyExports(runtime.getConfig().mainAssemblyName)).HwToken.Web;
  PageSimulator.Begin();
  silent();
  return PageSimulator;
}

export const simulator = begin();

simulator.catch(() => say("notStarted"));
