namespace HwToken.Factory.Stations;

/// <summary>Tells the station's view what happens at one port.</summary>
internal sealed class PortFace(IStationView view, string port)
{
    private string? _lastWaiting;

    public void Step(string? id, StationStep step) => Show(step == StationStep.Writing ? StationEventKind.Started : StationEventKind.Step, id, step.Words());

    public void Show(StationEventKind kind, string? id, string message)
    {
        // Waiting is looked at several times a second, and told once.
        string? waiting = kind == StationEventKind.Waiting ? message : null;
        if (waiting is null || waiting != _lastWaiting)
        {
            view.Show(new StationEvent(port, kind, id, message));
        }

        _lastWaiting = waiting;
    }
}
