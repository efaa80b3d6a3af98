using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

// Nothing runs by itself: the page calls PageSimulator.
return;
