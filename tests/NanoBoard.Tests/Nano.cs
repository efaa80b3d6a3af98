// The same swap that HwToken.Firmware.Host makes: the test firmwares are written as on the device.
global using DateTime = Nano.System.DateTime;
global using File = Nano.System.IO.File;
global using FileStream = Nano.System.IO.FileStream;
global using Random = Nano.System.Random;
global using Thread = Nano.System.Threading.Thread;
