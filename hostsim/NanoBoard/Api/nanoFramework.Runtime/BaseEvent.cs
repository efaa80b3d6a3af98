namespace nanoFramework.Runtime.Events;

/// <summary>Base of event arguments.</summary>
public class BaseEvent
{
}
