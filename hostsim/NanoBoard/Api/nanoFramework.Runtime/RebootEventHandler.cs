namespace nanoFramework.Runtime.Native;

/// <summary>Called before the program ends by its own wish.</summary>
public delegate void RebootEventHandler();
