using NanoBoard;

namespace HwToken.Rack.Live;

/// <content>Set aside while it cannot be saved: a token whose counter is not on the disk must show no code.</content>
public sealed partial class TokenSlot
{
    private bool _isAside;
    private bool _hadPower;

    /// <summary>Takes its power away until <see cref="TakeBack"/>.</summary>
    internal void SetAside()
    {
        Change(token =>
        {
            _isAside = true;
            _hadPower = token.Board.State != BoardState.Off;
            token.Board.CutPower();
        });
        Note("notSaved");
    }

    /// <summary>Gives it back the power that it had.</summary>
    internal void TakeBack()
    {
        lock (_gate)
        {
            _isAside = false;
        }

        Note("savedAgain");
        if (_hadPower)
        {
            Power(true);
        }
    }
}
